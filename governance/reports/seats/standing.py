"""Who sits where: each seat with who holds it, who comes next, who held it, and since when it is vacant."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import groupby

from accounts.models import Membership
from governance.models import Body, RoleAssignment, Seat

ENDS_SOON = 90  # days
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Standing:
    """One seat on one day. `terms` are all of its terms, the earliest first."""

    seat: Seat
    terms: list[RoleAssignment]
    on: date

    @property
    def holder(self) -> RoleAssignment | None:
        return next((one for one in self.terms if one.is_in_force(on=self.on)), None)

    @property
    def coming(self) -> list[RoleAssignment]:
        return [one for one in self.terms if one.starts_on > self.on]

    @property
    def past(self) -> list[RoleAssignment]:
        """The latest first."""
        over = [one for one in self.terms if one.ends_on and one.ends_on < self.on]
        return sorted(over, key=lambda one: one.starts_on, reverse=True)

    @property
    def next(self) -> RoleAssignment | None:
        return min(self.coming, key=lambda one: one.starts_on, default=None)

    @property
    def is_vacant(self) -> bool:
        return self.holder is None and not self.seat.is_closed

    @property
    def vacant_since(self) -> date | None:
        """The day after the last term; None while it is held, and when nobody ever held it."""
        if self.holder or not self.past:
            return None
        ended = max(one.ends_on for one in self.past if one.ends_on)
        return ended + ONE_DAY

    @property
    def ends_soon(self) -> bool:
        """Within 90 days, and nobody follows yet."""
        held = self.holder
        return bool(held and held.ends_within(ENDS_SOON, on=self.on) and not self.coming)

    @property
    def waits_for_acceptance(self) -> bool:
        return bool(self.holder and not self.holder.is_accepted)


@dataclass(frozen=True)
class BodySeats:
    """The seats of one body."""

    body: Body
    standings: list[Standing] = field(default_factory=list)

    @property
    def vacant(self) -> int:
        return sum(one.is_vacant for one in self.standings)


def seats_of(body: Body, *, on: date) -> list[Standing]:
    """Those that are open, in their order, then those that are closed. Two queries."""
    seats = Seat.objects.of_body(body.pk).told().order_by("position", "pk")
    return _standings(sorted(seats, key=lambda seat: seat.is_closed), on=on)


def standing_of(seat: Seat, *, on: date) -> Standing:
    """One query."""
    return _standings([seat], on=on)[0]


def everywhere(membership: Membership, *, on: date) -> list[BodySeats]:
    """The open seats of every body that a member may read of, body by body. Two queries."""
    seats = Seat.objects.visible_to(membership).standing().told().by_body()
    standings = _standings(seats, on=on)
    return [
        BodySeats(body, list(group))
        for body, group in groupby(standings, key=lambda one: one.seat.body)
    ]


def _standings(seats: Iterable[Seat], *, on: date) -> list[Standing]:
    seats = list(seats)
    terms: dict[int | None, list[RoleAssignment]] = defaultdict(list)
    rows = RoleAssignment.objects.of_seats(seat.pk for seat in seats).with_holders()
    for term in rows.order_by("starts_on", "pk"):
        terms[term.seat_id].append(term)
    for seat in seats:
        for term in terms[seat.pk]:
            term.seat, term.coalition = seat, seat.coalition
    return [Standing(seat, terms[seat.pk], on) for seat in seats]
