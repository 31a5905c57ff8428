"""How the seats of a coalition stand, in four numbers."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q

from accounts.models import Coalition, Membership
from governance.models import RoleAssignment, Seat
from governance.reports.seats.standing import ENDS_SOON


@dataclass(frozen=True)
class SeatsSummary:
    """Of the open seats in the bodies that a member may read of."""

    seats: int
    held: int
    ending: int  # held now, over within 90 days, and nobody follows yet

    @property
    def vacant(self) -> int:
        return self.seats - self.held


def seats_summary(coalition: Coalition, membership: Membership, on: date) -> SeatsSummary:
    """One query."""
    terms = RoleAssignment.objects.filter(seat=OuterRef("pk")).order_by()
    ending = terms.ending_by(on + timedelta(days=ENDS_SOON), on=on).without_successor()
    seats = Seat.objects.of_coalition(coalition.pk).visible_to(membership).standing()
    told = seats.order_by().annotate(
        is_held=Exists(terms.in_force(on=on)), is_ending=Exists(ending)
    )
    return SeatsSummary(
        **told.aggregate(
            seats=Count("pk"),
            held=Count("pk", filter=Q(is_held=True)),
            ending=Count("pk", filter=Q(is_ending=True)),
        )
    )
