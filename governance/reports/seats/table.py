"""The seats as rows of a file, and in the words of the table beside the picture."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from governance.models import RoleAssignment
from governance.reports.seats.board import Board
from governance.reports.seats.standing import Standing

COLUMNS = (
    _("Body"),
    _("Seat"),
    _("Part in it"),
    _("Votes"),
    _("For lived experience"),
    _("Sector"),
    _("Organisation"),
    _("Person"),
    _("Comes in their place"),
    _("From"),
    _("Until"),
    _("Accepted on"),
    _("Confirmed on"),
)


def lines(board: Board) -> Iterator[list[object]]:
    """A line for each term, the earliest first, and one for a seat that nobody ever held."""
    for standing in board.standings:
        terms: list[RoleAssignment | None] = list(standing.terms) or [None]
        for term in terms:
            yield [*_seat(standing), *_term(term)]


def _seat(standing: Standing) -> list[object]:
    seat = standing.seat
    return [
        seat.body.name,
        seat.title,
        seat.get_rank_display(),
        seat.is_voting,
        seat.is_lived_experience,
        seat.sector.name if seat.sector else "",
    ]


def _term(term: RoleAssignment | None) -> list[str | date | None]:
    if term is None:
        return [None] * 7
    return [
        term.organisation.name,
        term.contact.name if term.contact else "",
        term.delegate.name if term.delegate else "",
        term.starts_on,
        term.ends_on,
        term.acknowledged_on,
        term.confirmed_on,
    ]
