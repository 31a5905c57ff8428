"""All services of the coalition: the register, where two do the same, where nobody does."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from common.documents.downloads import Table, as_asked
from partners.reports.services import coverage, table
from partners.reports.services.overlap import overlap as overlap_of
from partners.reports.services.question import Question, services_asked
from partners.reports.services.register import register
from partners.views.export import file_name

BATCH = 500


@require(Permission.SEE_SERVICES)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    shown = register(
        Question.asked(request.GET),
        membership=request.membership,
        on=request.today,
        page=request.GET.get("page"),
    )
    return render(request, "partners/services/register.html", {"register": shown, "here": "list"})


@require(Permission.EXPORT_PARTNERS)
@require_GET
def download(request: HttpRequest) -> HttpResponseBase:
    """What the register of the same address lists, all pages, as CSV or XLSX that can come back in."""
    question = Question.asked(request.GET)
    found = services_asked(question, membership=request.membership, on=request.today)
    rows = found.told().for_listing(question.sort).iterator(chunk_size=BATCH)
    listed = Table(table.headings(), table.rows(rows))
    name = file_name(request, _("services"))
    return as_asked(request, listed, name, sheet=_("Partners"))


@require(Permission.SEE_PARTNERS)
@require_GET
def overlap(request: HttpRequest) -> HttpResponse:
    shown = overlap_of(
        Question.asked(request.GET),
        membership=request.membership,
        on=request.today,
        page=request.GET.get("page"),
    )
    return render(request, "partners/services/overlap.html", {"overlap": shown, "here": "overlap"})


@require(Permission.SEE_PARTNERS)
@require_GET
def missing(request: HttpRequest) -> HttpResponse:
    shown = coverage.coverage(
        Question.asked(request.GET),
        membership=request.membership,
        on=request.today,
        page=request.GET.get("page"),
        rows=request.GET.get("rows"),
    )
    return render(request, "partners/services/missing.html", {"coverage": shown, "here": "missing"})
