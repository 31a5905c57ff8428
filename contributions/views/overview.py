"""Give and take of all partners, as a page and as a table to download."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from common.documents.downloads import Table, as_asked
from contributions.reports.balance import table
from contributions.reports.balance.overview import Question, every_line, overview
from partners.views.export import file_name


@require(Permission.SEE_PARTNERS)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    membership = request.membership
    shown = overview(
        Question.asked(request.GET, membership=membership),
        membership=membership,
        on=request.today,
        page=request.GET.get("page"),
    )
    return render(request, "contributions/overview.html", {"overview": shown})


@require(Permission.EXPORT_PARTNERS)
@require_GET
def download(request: HttpRequest) -> HttpResponseBase:
    """What the page of the same address lists, all pages, as CSV or XLSX."""
    membership = request.membership
    question = Question.asked(request.GET, membership=membership)
    lines = every_line(question, membership=membership, on=request.today)
    sees = membership.may(Permission.SEE_BALANCE)
    listed = Table(table.headings(with_balance=sees), table.cells(lines, with_balance=sees))
    name = file_name(request, _("give and take"))
    return as_asked(request, listed, name, sheet=_("Partners"))
