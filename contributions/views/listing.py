"""All contributions as rows, as a page and as a table to download."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from common.documents.downloads import Table, as_asked
from contributions.reports.listing import table
from contributions.reports.listing.page import Question, contributions_asked, listed
from partners.views.export import file_name

BATCH = 500


@require(Permission.SEE_PARTNERS)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    found = listed(
        Question.asked(request.GET),
        membership=request.membership,
        on=request.today,
        page=request.GET.get("page"),
    )
    return render(request, "contributions/list.html", {"listed": found, "today": request.today})


@require(Permission.EXPORT_PARTNERS)
@require_GET
def download(request: HttpRequest) -> HttpResponseBase:
    """What the page of the same address lists, all pages, as CSV or XLSX; never our own notes."""
    question = Question.asked(request.GET)
    found = contributions_asked(question, membership=request.membership, on=request.today)
    told = Table(table.headings(), table.rows(found.iterator(chunk_size=BATCH)))
    name = file_name(request, _("contributions"))
    return as_asked(request, told, name, sheet=_("Contributions"))
