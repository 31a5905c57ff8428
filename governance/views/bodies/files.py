"""The chart to take along: as a picture, and as a table for spreadsheets."""

from django.http import HttpRequest, HttpResponseBase
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from common.documents.downloads import Table, as_asked, download
from governance.reports.bodies.chart import chart_for, poster_of, table_head, table_rows


@require(Permission.SEE_GOVERNANCE)
@require_GET
def picture(request: HttpRequest) -> HttpResponseBase:
    """In the colours of paper, whatever the reader's page looks like."""
    on = request.today
    poster = poster_of(chart_for(request.membership, on=on))
    page = {"drawing": poster, "coalition": request.coalition, "on": on}
    picture = render_to_string("governance/bodies/chart.svg", page, request)
    return download(f"{_name(request)}.svg", picture)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def table(request: HttpRequest) -> HttpResponseBase:
    """`?format=csv`, or a workbook."""
    chart = chart_for(request.membership, on=request.today)
    listed = Table(columns=table_head(), rows=table_rows(chart))
    return as_asked(request, listed, _name(request), sheet=_("Partners"))


def _name(request: HttpRequest) -> str:
    """ "sunnybrook-bodies-2026-05-12", in the reader's language."""
    return slugify(f"{request.coalition.brief_name} {_('bodies')} {request.today}")
