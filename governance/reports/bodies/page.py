"""One body: what it is for, what it sees to, where it works, who sits there, and what belongs to it."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Membership
from governance.models import Body, BodyLink, Duty
from governance.reports.bodies.holders import SeatLine, holders_of
from governance.reports.bodies.overlaps import Overlap, overlaps_for
from governance.reports.power.leadership import LeadNote, lead_notes


@dataclass(frozen=True)
class DutyLine:
    """A duty, and those of other bodies that say the same."""

    duty: Duty
    overlaps: list[Overlap]
    meant: list[Overlap]

    @property
    def others(self) -> list[Duty]:
        return [pair.other(self.duty.body_id) for pair in self.overlaps]


@dataclass(frozen=True)
class BodyPage:
    body: Body
    duties: list[DutyLine]
    links: list[BodyLink]
    seats: list[SeatLine]
    parent: Body | None
    under: list[Body]
    lead: LeadNote | None = None

    @property
    def vacant(self) -> int:
        return sum(seat.is_vacant for seat in self.seats)

    @property
    def overlapping(self) -> int:
        return sum(bool(line.overlaps) for line in self.duties)


def body_page(body: Body, membership: Membership, *, on: date) -> BodyPage:
    """What the member may read of it and around it, in eight queries."""
    around = list(Body.objects.visible_to(membership).standing())
    for each in around:
        each.coalition = membership.coalition
    return BodyPage(
        body=body,
        duties=_duties(body, membership),
        links=list(BodyLink.objects.of(body)),
        seats=[] if body.is_closed else holders_of([body.pk], on=on)[body.pk],
        parent=next((each for each in around if each.pk == body.parent_id), None),
        under=[each for each in around if each.parent_id == body.pk],
        lead=lead_notes(Body.objects.standing().among([body.pk]), on=on).get(body.pk),
    )


def _duties(body: Body, membership: Membership) -> list[DutyLine]:
    found = overlaps_for(membership, of=body)
    return [
        DutyLine(
            duty,
            [pair for pair in found.open if duty in pair.sides],
            [pair for pair in found.meant if duty in pair.sides],
        )
        for duty in Duty.objects.of(body)
    ]
