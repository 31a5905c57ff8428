"""Which bodies must share their lead, how widely they do, and what was said where they do not."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from accounts.models import Membership
from governance.models import Body, LeadershipOverride, RoleAssignment
from governance.models.assignments import RoleAssignmentQuerySet
from governance.models.power.leadership import breaking_the_rule, sectors_asked, sectors_leading
from governance.models.seats import LEADING
from partners.models import Classification


@dataclass(frozen=True)
class Leading:
    """One leading seat, who holds it, and the sectors that they work in."""

    seat: str
    holder: RoleAssignment
    sectors: tuple[str, ...] = ()


@dataclass
class Lead:
    """How a body is led on a day. `asked` is 0 where nothing is asked."""

    body: Body
    asked: int
    found: int
    leads: list[Leading] = field(default_factory=list)
    override: LeadershipOverride | None = None

    @property
    def is_broken(self) -> bool:
        return self.found < self.asked

    @property
    def is_unled(self) -> bool:
        """Nobody leads it yet, and nobody has said that it must be so."""
        return self.is_broken and not self.leads and self.override is None

    @property
    def organisations(self) -> frozenset[int]:
        return frozenset(one.holder.organisation_id for one in self.leads)


@dataclass(frozen=True)
class LeadNote:
    """A lead that is not shared as the rule asks, for pages that only mention it; `reason` is why it may."""

    asked: int
    found: int
    is_led: bool
    reason: str


def lead_notes(bodies: QuerySet[Body], *, on: date) -> dict[int, LeadNote]:
    """Of those bodies alone that do not keep the rule, by their ids. One query."""
    leading = in_the_lead().in_force(on=on).filter(seat__body=OuterRef("pk"))
    reason = LeadershipOverride.objects.standing().filter(body=OuterRef("pk")).values("reason")
    rows = breaking_the_rule(bodies.order_by(), on=on).annotate(
        is_led=Exists(leading), why=Coalesce(Subquery(reason), Value(""))
    )
    told = rows.values_list("pk", "asked", "leading", "is_led", "why")
    return {pk: LeadNote(*note) for pk, *note in told}


def lead_of(body: Body, *, on: date) -> Lead:
    """Of one body. Four queries."""
    return leads_in(Body.objects.filter(pk=body.pk), on=on)[0]


def leads_seen_by(membership: Membership, *, on: date) -> list[Lead]:
    """Of the bodies that stand and that the member may read of. Four queries, whatever their number."""
    bodies = Body.objects.visible_to(membership).standing()
    return leads_in(bodies, on=on)


def leads_in(bodies: QuerySet[Body], *, on: date) -> list[Lead]:
    rows = bodies.annotate(asked=sectors_asked(), leading=sectors_leading(on))
    found = {row.pk: Lead(row, row.asked, row.leading) for row in rows}
    holders = list(_holders(found, on))
    sectors = _sectors({one.organisation_id for one in holders})
    for one in holders:
        if seat := one.seat:
            theirs = tuple(sectors.get(one.organisation_id, ()))
            found[seat.body_id].leads.append(Leading(seat.title, one, theirs))
    overrides = LeadershipOverride.objects.standing().filter(body__in=found)
    for override in overrides.select_related("allowed_by"):
        found[override.body_id].override = override
    return list(found.values())


def _holders(bodies: Iterable[int], on: date) -> QuerySet[RoleAssignment]:
    leading = in_the_lead().filter(seat__body__in=list(bodies))
    held = leading.in_force(on=on).with_holders().select_related("seat")
    return held.order_by("seat__position", "seat__pk")


def in_the_lead() -> RoleAssignmentQuerySet:
    return RoleAssignment.objects.filter(seat__rank__in=LEADING, seat__closed_on__isnull=True)


def _sectors(organisations: set[int]) -> dict[int, list[str]]:
    names: dict[int, list[str]] = {}
    for organisation, name in Classification.objects.sector_names(organisations):
        names.setdefault(organisation, []).append(name)
    return names
