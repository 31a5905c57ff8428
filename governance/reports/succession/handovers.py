"""What can be handed over, and the coalition's checklists."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Exists, F, OuterRef, Q

from accounts.models import Membership
from governance.models import Body, Handover, HandoverLine, Moment, RoleAssignment

LATELY = timedelta(days=60)  # back and ahead: who begins within them settles in


@dataclass(frozen=True)
class Checklist:
    """The lines of one moment: those of today in their order, and those left out."""

    moment: Moment
    lines: list[HandoverLine] = field(default_factory=list)
    left_out: list[HandoverLine] = field(default_factory=list)


def checklists_of(coalition: int) -> list[Checklist]:
    """One query."""
    found = {moment.value: Checklist(moment) for moment in Moment}
    for line in HandoverLine.objects.of_coalition(coalition):
        checklist = found[line.moment]
        (checklist.left_out if line.retired_on else checklist.lines).append(line)
    return list(found.values())


def beginning_for(membership: Membership, *, on: date) -> list[RoleAssignment]:
    """Who began in a role lately or begins soon, and has no checklist for it yet. One query."""
    bodies = Body.objects.visible_to(membership)
    started = Handover.objects.filter(assignment=OuterRef("pk"), moment=Moment.ARRIVING)
    rows = RoleAssignment.objects.of_coalition(membership.coalition_id).for_handing_over()
    return list(
        rows.filter(
            ~Exists(started.order_by()),
            Q(seat__isnull=True) | Q(seat__body__in=bodies),
            Q(ends_on__isnull=True) | Q(ends_on__gte=on),
            starts_on__range=(on - LATELY, on + LATELY),
        ).order_by("starts_on", F("seat__body__name").asc(nulls_last=True), "pk")
    )
