"""All seats at once: the picture of terms with its table, and both as files."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from common.documents.downloads import download
from common.spreadsheets.writing import csv_chunks
from governance.reports.seats.board import board_of
from governance.reports.seats.drawing import drawn
from governance.reports.seats.table import COLUMNS, lines


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    """`?body=5` keeps to one body, `?needs=vacant` to what needs somebody, `?as=table` tells it in words."""
    board = board_of(request.GET, membership=request.membership, on=request.today)
    return render(request, "governance/seats/board.html", {"board": board})


@require(Permission.SEE_GOVERNANCE)
@require_GET
def picture(request: HttpRequest) -> HttpResponseBase:
    """A drawing that stands alone, for a report or a wall."""
    on = request.today
    board = board_of(request.GET, membership=request.membership, on=on)
    drawing = drawn(board, coalition=request.coalition)
    return download(f"{_name(request)}.svg", drawing)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def table(request: HttpRequest) -> HttpResponseBase:
    board = board_of(request.GET, membership=request.membership, on=request.today)
    chunks = csv_chunks(columns=[str(name) for name in COLUMNS], rows=lines(board))
    return download(f"{_name(request)}.csv", chunks)


def _name(request: HttpRequest) -> str:
    return slugify(f"{request.coalition.slug} {_('seats')} {request.today.isoformat()}")
