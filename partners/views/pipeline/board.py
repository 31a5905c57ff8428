"""All who are on their way, as columns and as a table, and those who left."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from partners.models import Stage
from partners.models.pipeline.steps import GONE
from partners.reports.pages import Page
from partners.reports.pipeline.board import board_of
from partners.reports.pipeline.left import left
from partners.reports.pipeline.listing import listed


@require(Permission.SEE_PIPELINE)
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    today = request.today
    page = {"board": board_of(request.membership, on=today), "today": today}
    return render(request, "partners/pipeline/board.html", page)


@require(Permission.SEE_PIPELINE)
@require_GET
def table(request: HttpRequest) -> HttpResponse:
    """The same as the board, with filters; `?stage=alumni` shows those who went too."""
    today = request.today
    found = listed(request.GET, membership=request.membership, on=today)
    return render(request, "partners/pipeline/table.html", {"listed": found, "today": today})


@require(Permission.SEE_PIPELINE)
@require_GET
def gone(request: HttpRequest) -> HttpResponse:
    """Alumni, or with `?stage=declined` those who said no."""
    asked = request.GET.get("stage", "")
    stage = asked if asked in GONE else Stage.ALUMNI
    found = left(request.membership, stage=stage, page=Page.asked(request.GET))
    page = {"left": found, "is_alumni": stage == Stage.ALUMNI}
    return render(request, "partners/pipeline/left.html", page)
