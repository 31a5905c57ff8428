"""Terms that end soon, and who is to follow."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from accounts.models import Membership
from common.database.blanks import Day
from governance.models import Body, Deputy, RoleAssignment
from governance.models.assignment_queries import RoleAssignmentQuerySet

WINDOWS = (30, 60, 90)  # days ahead


@dataclass(frozen=True)
class EndingTerm:
    """A term in force that ends within the windows; `within` is the first of them that holds it."""

    assignment: RoleAssignment
    within: int
    days: int
    has_successor: bool
    has_handover: bool
    deputies: list[Deputy] = field(default_factory=list)

    @property
    def proposed(self) -> Deputy | None:
        """The best of those who have not said no."""
        return next((one for one in self.deputies if one.willing != Deputy.Willing.NO), None)


@dataclass(frozen=True)
class Window:
    """Terms that end within so many days, and not within the window before."""

    days: int
    terms: list[EndingTerm]

    @property
    def without(self) -> int:
        return sum(not one.has_successor for one in self.terms)


@dataclass(frozen=True)
class Ending:
    windows: list[Window]

    @property
    def without(self) -> int:
        """How many of all of them have no successor."""
        return sum(window.without for window in self.windows)

    @property
    def count(self) -> int:
        return sum(len(window.terms) for window in self.windows)


def succeeded(rows: "QuerySet[RoleAssignment]") -> Exists:
    """Of a term with an end: whether somebody holds the same seat or function after it.

    A seat has one holder at a time; a function may have several, so one who stays counts too.
    """
    same = Q(seat=OuterRef("seat")) | Q(function=OuterRef("function"))
    after = Q(ends_on__isnull=True) | Q(ends_on__gt=OuterRef("ends_on"))
    return Exists(rows.filter(same, after, coalition=OuterRef("coalition")).order_by())


def ending_terms(rows: RoleAssignmentQuerySet, *, by: Day, on: Day) -> "QuerySet[RoleAssignment]":
    """In force and over by that day, of seats and functions that go on."""
    goes_on = Q(seat__closed_on__isnull=True, seat__body__closed_on__isnull=True)
    return rows.ending_by(by, on=on).filter(goes_on, function__retired_on__isnull=True)


def without_successor(
    rows: RoleAssignmentQuerySet, *, by: Day, on: Day
) -> "QuerySet[RoleAssignment]":
    return ending_terms(rows, by=by, on=on).filter(~succeeded(RoleAssignment.objects.all()))


def ending_for(membership: Membership, *, on: date) -> Ending:
    """In the bodies that the member may read of, and in functions; two queries."""
    terms = _terms(membership, on=on)
    found = {window: Window(window, []) for window in WINDOWS}
    deputies = _deputies(terms)
    for one in terms:
        days = (one.ends_on - on).days if one.ends_on else 0
        within = next(window for window in WINDOWS if days <= window)
        told = EndingTerm(
            assignment=one,
            within=within,
            days=days,
            has_successor=one.has_successor,  # type: ignore[attr-defined]
            has_handover=one.has_handover,  # type: ignore[attr-defined]
            deputies=deputies.get((one.seat_id, one.function_id), []),
        )
        found[within].terms.append(told)
    return Ending(list(found.values()))


def _terms(membership: Membership, *, on: date) -> list[RoleAssignment]:
    bodies = Body.objects.visible_to(membership)
    handovers = RoleAssignment.objects.filter(pk=OuterRef("pk"), handovers__moment="leaving")
    rows = RoleAssignment.objects.of_coalition(membership.coalition_id)
    ending = ending_terms(rows, by=on + timedelta(days=WINDOWS[-1]), on=on)
    return list(
        ending.filter(Q(seat__isnull=True) | Q(seat__body__in=bodies))
        .annotate(
            has_successor=succeeded(RoleAssignment.objects.all()),
            has_handover=Exists(handovers.order_by()),
        )
        .select_related("organisation", "contact", "seat__body", "function")
        .order_by("ends_on", F("seat__body__name").asc(nulls_last=True), "seat__position", "pk")
    )


def _deputies(
    terms: Iterable[RoleAssignment],
) -> dict[tuple[int | None, int | None], list[Deputy]]:
    terms = list(terms)
    seats = [one.seat_id for one in terms if one.seat_id]
    functions = [one.function_id for one in terms if one.function_id]
    rows = Deputy.objects.current().filter(
        Q(key_role__seat__in=seats) | Q(key_role__function__in=functions),
        key_role__unmarked_on__isnull=True,
    )
    found: dict[tuple[int | None, int | None], list[Deputy]] = {}
    for one in rows.select_related("key_role").best_first():
        key = (one.key_role.seat_id, one.key_role.function_id)
        found.setdefault(key, []).append(one)
    return found
