"""The seats of all bodies, or of some, as the page asks for them: drawn, or told as a table."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from django.http import QueryDict
from django.utils.translation import gettext as _

from accounts.models import Membership
from common.pages.filters import Filter, chosen_filter
from governance.models import Body
from governance.reports.seats.standing import BodySeats, Standing, everywhere
from governance.reports.seats.timeline import Row, Timeline, timeline

NEEDS: dict[str, Callable[[Standing], bool]] = {
    "vacant": lambda one: one.is_vacant,
    "ending": lambda one: one.ends_soon,
    "unaccepted": lambda one: one.waits_for_acceptance,
}


@dataclass(frozen=True)
class Board:
    """What the page shows. `found` are the seats that are asked for, body by body."""

    found: list[BodySeats]
    all: list[BodySeats]
    filters: list[Filter]
    is_table: bool
    on: date

    @cached_property
    def standings(self) -> list[Standing]:
        return [one for body in self.found for one in body.standings]

    @cached_property
    def every(self) -> list[Standing]:
        return [one for body in self.all for one in body.standings]

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the filters carry along."""
        return [("as", "table")] if self.is_table else []

    @property
    def vacant(self) -> int:
        return sum(one.is_vacant for one in self.every)

    @property
    def ending(self) -> int:
        return sum(one.ends_soon for one in self.every)

    @cached_property
    def picture(self) -> Timeline:
        return timeline(self.standings, on=self.on)

    @cached_property
    def drawn(self) -> list[tuple[Body, list[Row]]]:
        """Body by body, all on the same scale."""
        rows = iter(self.picture.rows)
        return [(each.body, list(islice(rows, len(each.standings)))) for each in self.found]


def board_of(asked: QueryDict, *, membership: Membership, on: date) -> Board:
    """Two queries, however many seats there are. `?body=5&body=7&needs=vacant&as=table`."""
    every = everywhere(membership, on=on)
    filters = _filters(every, asked)
    return Board(
        found=list(_asked_for(every, set(asked.getlist("body")), asked.getlist("needs"))),
        all=every,
        filters=filters,
        is_table=asked.get("as") == "table",
        on=on,
    )


def _filters(every: list[BodySeats], asked: QueryDict) -> list[Filter]:
    bodies = [(str(one.body.pk), one.body.name) for one in every]
    needs = [
        ("vacant", _("Vacant")),
        ("ending", _("Ending within 90 days")),
        ("unaccepted", _("Not accepted yet")),
    ]
    return [
        chosen_filter(name="body", label=_("Body"), choices=bodies, values=asked.getlist("body")),
        chosen_filter(
            name="needs", label=_("What it needs"), choices=needs, values=asked.getlist("needs")
        ),
    ]


def _asked_for(
    every: Iterable[BodySeats], bodies: set[str], needs: list[str]
) -> Iterable[BodySeats]:
    """Any of the bodies, and any of the needs; nothing asked is everything."""
    tests = [NEEDS[need] for need in needs if need in NEEDS]
    for one in every:
        if bodies and str(one.body.pk) not in bodies:
            continue
        kept = [each for each in one.standings if not tests or any(test(each) for test in tests)]
        if kept:
            yield BodySeats(one.body, kept)
