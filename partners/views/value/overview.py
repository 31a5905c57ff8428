"""What all partners gain by being here, as a page and as a table to download."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from common.documents.downloads import Table, as_asked
from partners.reports.value import table
from partners.reports.value.overview import Question, benefits_asked, overview
from partners.views.export import file_name

BATCH = 500


@require(Permission.SEE_PARTNERS)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    today = request.today
    shown = overview(
        Question.asked(request.GET),
        membership=request.membership,
        on=today,
        page=request.GET.get("page"),
    )
    return render(request, "partners/value/overview.html", {"overview": shown, "today": today})


@require(Permission.EXPORT_PARTNERS)
@require_GET
def download(request: HttpRequest) -> HttpResponseBase:
    """What the page of the same address lists, all pages, as CSV or XLSX; never our own notes."""
    question, today = Question.asked(request.GET), request.today
    found = benefits_asked(question, membership=request.membership, on=today).for_listing()
    listed = Table(table.headings(), table.rows(found.iterator(chunk_size=BATCH)))
    name = file_name(request, _("mutual value"))
    return as_asked(request, listed, name, sheet=_("Partners"))
