"""The services of one partner, who else does the same nearby, and all of it in one line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from accounts.permissions import Permission
from partners.models import Capacity, Organisation, Service
from partners.reports.services.ground import Spot, ground_of
from partners.reports.services.question import reached

NAMED = 3  # others that a line names


@dataclass(frozen=True)
class Beside:
    """One kind of service in one area that others offer too."""

    kind: int
    area: int
    kind_name: str
    area_name: str
    names: list[str]
    more: int


@dataclass(frozen=True)
class PartnerServices:
    running: list[Service]
    ended: list[Service]
    beside: list[Beside]
    alone: list[str]

    @property
    def open(self) -> int:
        return sum(service.capacity == Capacity.OPEN for service in self.running)


def services_of(organisation: Organisation, *, membership: Membership, on: date) -> PartnerServices:
    """Who else does the same, as far as the member may look it up.

    That nobody does is told to those alone who see every partner: others see only whom a directory names.
    """
    rows = Service.objects.visible_to(membership).of(organisation).told().for_listing()
    services = list(rows)
    running = [service for service in services if not service.is_over(on=on)]
    beside, alone = _beside(organisation, running, membership, on=on)
    sees_all = membership.may(Permission.SEE_PARTNERS)
    return PartnerServices(
        running=running,
        ended=[service for service in services if service.is_over(on=on)],
        beside=beside,
        alone=alone if sees_all else [],
    )


def _beside(
    organisation: Organisation, running: Iterable[Service], membership: Membership, *, on: date
) -> tuple[list[Beside], list[str]]:
    """Of the spots on which this partner stands: those of others too, and those of nobody else."""
    kinds = {term.pk for service in running for term in service.kinds}
    areas = {term.pk for service in running for term in service.areas}
    if not (kinds and areas):
        return [], []
    rows = Service.objects.to_look_up(membership).running(on=on)
    near = reached(areas, coalition=membership.coalition_id)
    ground = ground_of(rows.carrying(kinds).somewhere(near), membership.coalition)
    ours = [
        spot for spot in ground.spots.values() if organisation.pk in spot.partners and spot.at_home
    ]
    others = {pk for spot in ours for pk in spot.partners} - {organisation.pk}
    names = dict(Organisation.objects.filter(pk__in=others).values_list("pk", "name"))

    def told(spot: Spot) -> Beside:
        others = sorted(names[pk] for pk in spot.partners if pk != organisation.pk)
        kind, area = ground.kinds[spot.kind], ground.areas[spot.area]
        more = max(0, len(others) - NAMED)
        return Beside(spot.kind, spot.area, kind, area, others[:NAMED], more)

    crowded = sorted((one for one in ours if len(one.partners) > 1), key=lambda s: -len(s.partners))
    alone = [one for one in ours if len(one.partners) == 1]
    return [told(spot) for spot in crowded], [
        f"{ground.kinds[spot.kind]} · {ground.areas[spot.area]}" for spot in alone
    ]


def services_in_words(counted: Mapping[str, int]) -> str:
    """From how many stand in each state: “Runs 4 services, 2 open, 1 full, paused or with a waiting list”."""
    total = sum(counted.values())
    if not total:
        return ""
    told = [ngettext("Runs %(n)d service", "Runs %(n)d services", total) % {"n": total}]
    if taking := counted.get(Capacity.OPEN, 0):
        told.append(_("%(n)d open") % {"n": taking})
    if closed := sum(counted.get(state, 0) for state in ("waiting", "full", "paused")):
        told.append(_("%(n)d full, paused or with a waiting list") % {"n": closed})
    return ", ".join(told)
