"""The chart to take along: as a picture, and as a table for spreadsheets."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from governance.reports.bodies.chart import chart_for, poster_of, table_head, table_rows
from governance.views.said import today
from partners.exports import Table
from partners.views.export import as_csv, as_xlsx


@require(Permission.SEE_GOVERNANCE)
@require_GET
def picture(request: HttpRequest) -> HttpResponse:
    """In the colours of paper, whatever the reader's page looks like."""
    on = today(request)
    poster = poster_of(chart_for(request.membership, on=on))
    page = {"drawing": poster, "coalition": request.coalition, "on": on}
    answer = render(
        request, "governance/bodies/chart.svg", page, content_type="image/svg+xml; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{_name(request)}.svg"'
    return answer


@require(Permission.SEE_GOVERNANCE)
@require_GET
def table(request: HttpRequest) -> HttpResponseBase:
    """`?format=csv`, or a workbook."""
    chart = chart_for(request.membership, on=today(request))
    listed = Table(columns=table_head(), rows=table_rows(chart))
    if request.GET.get("format") == "csv":
        return as_csv(listed, _name(request))
    return as_xlsx(listed, _name(request))


def _name(request: HttpRequest) -> str:
    """ "sunnybrook-bodies-2026-05-12", in the reader's language."""
    return slugify(f"{request.coalition.brief_name} {_('bodies')} {today(request)}")
