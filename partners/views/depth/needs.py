"""Which support partners need, as a page and as a table to download."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from common.documents.downloads import Table, as_asked
from partners.reports.depth.needs import Question, cells, every_need, headings, needs
from partners.views.export import file_name


@require(Permission.READ_NOTES)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    page = request.GET.get("page", "")
    found = needs(Question.asked(request.GET), membership=request.membership, page=page)
    return render(request, "partners/depth/needs.html", {"needs": found})


@require(Permission.EXPORT_PARTNERS)
@require_GET
def download(request: HttpRequest) -> HttpResponseBase:
    """What the page of the same address lists, all pages; our notes only for who reads them."""
    found = every_need(Question.asked(request.GET), membership=request.membership)
    name = file_name(request, _("support needed"))
    return as_asked(request, Table(headings(), cells(found)), name, sheet=_("Partners"))
