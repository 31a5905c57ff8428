"""Incidents and what has to be decided in them."""

from dataclasses import dataclass

from accounts.models import Membership
from accounts.permissions import Permission, Role
from partners.models import Incident, IncidentDecision, Organisation

A_PAGE = 50


@dataclass(frozen=True)
class Overview:
    """What is open everywhere, what waits for a decision, and what was closed lately."""

    open: list[Incident]
    waiting: list[IncidentDecision]
    closed: list[Incident]
    has_next: bool


def overview(membership: Membership, *, begin: int = 0, most: int = A_PAGE) -> Overview:
    """Three queries. Everything open is shown, closed ones by pages."""
    incidents = Incident.objects.visible_to(membership).of_present().in_order()
    closed = list(incidents.exclude(closed_on__isnull=True)[begin : begin + most + 1])
    waiting = IncidentDecision.objects.visible_to(membership).waiting().told()
    return Overview(
        open=list(incidents.open()),
        waiting=list(waiting),
        closed=closed[:most],
        has_next=len(closed) > most,
    )


def incidents_of(organisation: Organisation, *, membership: Membership) -> list[Incident]:
    rows = Incident.objects.visible_to(membership).filter(organisation=organisation)
    return list(rows.in_order())


def who_decides(membership: Membership) -> list[Membership]:
    """Members who see incidents, by name."""
    roles = [role for role in Role if Permission.SEE_RISK in role.permissions]
    members = Membership.objects.filter(coalition=membership.coalition_id, role__in=roles)
    return list(members.active().with_people().order_by("person__full_name", "pk"))
