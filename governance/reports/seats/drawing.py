"""The picture of terms as a drawing that stands alone: no style sheet, no script, nothing from elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.template.loader import render_to_string

from accounts.models import Coalition
from governance.reports.seats.board import Board
from governance.reports.seats.timeline import Bar, Row

WIDTH, LEFT, ROW, HEAD, TITLE = 1200, 320, 30, 40, 60  # units of the drawing
LETTERS = 38  # of a title that fit beside the bars
UNITS_A_LETTER = 8
COLOURS = {
    "past": ("#c3ccd4", "#15202b"),
    "now": ("#0b4c8c", "#ffffff"),
    "coming": ("#3a8fc0", "#15202b"),
    "vacant": ("#d2441c", "#ffffff"),
    "open": ("#eef2f5", "#46525f"),
}


@dataclass(frozen=True)
class Piece:
    x: float
    width: float
    fill: str
    ink: str
    name: str


@dataclass(frozen=True)
class Line:
    """A body's name, or a seat with its bars, at a height."""

    y: int
    title: str
    pieces: tuple[Piece, ...] = ()
    is_head: bool = False


def drawn(board: Board, *, coalition: Coalition) -> str:
    """An SVG document."""
    lines = list(_lines(board))
    inner = WIDTH - LEFT
    ticks = [(tick.label, LEFT + inner * tick.left / 100) for tick in board.picture.ticks]
    told = {
        "coalition": coalition,
        "on": board.on,
        "lines": lines,
        "ticks": ticks,
        "today": LEFT + inner * board.picture.window.place(board.on) / 100,
        "width": WIDTH,
        "height": TITLE + ROW * (len(lines) + 1),
        "top": TITLE,
    }
    return render_to_string("governance/seats/terms.svg", told)


def _lines(board: Board) -> Iterator[Line]:
    y = TITLE
    for body, rows in board.drawn:
        yield Line(y, body.name, is_head=True)
        y += ROW
        for row in rows:
            yield Line(y, _short(row.standing.seat.title, LETTERS), tuple(_pieces(row)))
            y += ROW


def _pieces(row: Row) -> Iterator[Piece]:
    for bar in row.bars:
        yield _piece(bar)


def _piece(bar: Bar) -> Piece:
    inner = WIDTH - LEFT
    width = inner * bar.size / 100
    fill, ink = COLOURS[bar.kind]
    letters = int(width / UNITS_A_LETTER) - 1
    name = _short(bar.name, letters) if letters > 3 else ""  # noqa: PLR2004
    return Piece(LEFT + inner * bar.left / 100, width, fill, ink, name)


def _short(words: str, most: int) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
