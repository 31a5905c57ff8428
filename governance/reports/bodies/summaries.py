"""How many bodies, seats and functions there are, and what is missing: for the page at a glance."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from accounts.models import Coalition, Membership
from governance.models import Body, Function, RoleAssignment, Seat


@dataclass(frozen=True)
class BodiesSummary:
    """Of the bodies that the member may read of. Seats are those of standing bodies."""

    at_work: int
    paused: int
    closed: int
    seats: int
    vacant: int

    @property
    def standing(self) -> int:
        return self.at_work + self.paused


@dataclass(frozen=True)
class FunctionsSummary:
    """`empty` names those that must be held and that nobody holds, in their order."""

    functions: int
    held: int
    empty: tuple[str, ...]


def bodies_summary(coalition: Coalition, membership: Membership, on: date) -> BodiesSummary:
    """One query."""
    shown = Body.objects.visible_to(membership).filter(coalition=coalition).order_by()
    held = RoleAssignment.objects.in_force(on=on).filter(seat=OuterRef("pk"))
    seats = Seat.objects.filter(body=OuterRef("pk"), closed_on__isnull=True)
    rows = shown.annotate(
        all_seats=_number(seats), vacant_seats=_number(seats.exclude(Exists(held)))
    )
    standing = Q(closed_on__isnull=True)
    return BodiesSummary(
        **rows.aggregate(
            at_work=Count("pk", filter=standing & Q(paused_on__isnull=True)),
            paused=Count("pk", filter=standing & Q(paused_on__isnull=False)),
            closed=Count("pk", filter=~standing),
            seats=Coalesce(Sum("all_seats", filter=standing), 0),
            vacant=Coalesce(Sum("vacant_seats", filter=standing), 0),
        )
    )


def _number(seats: QuerySet[Seat]) -> Coalesce:
    counted = seats.order_by().values("body").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


def functions_summary(coalition: Coalition, on: date) -> FunctionsSummary:
    """One query."""
    held = RoleAssignment.objects.in_force(on=on).filter(function=OuterRef("pk"))
    rows = Function.objects.of_coalition(coalition.pk).current().annotate(is_held=Exists(held))
    found = list(rows.values_list("name", "is_required", "is_held"))
    empty = tuple(name for name, is_required, is_held in found if is_required and not is_held)
    return FunctionsSummary(
        functions=len(found), held=sum(is_held for *_told, is_held in found), empty=empty
    )
