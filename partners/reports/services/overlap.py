"""Turf, seen early: where two or more partners do the same in one area, or live of the same funder.

Nothing here is wrong in itself: where many need a service, two are better than one. It is worth a talk
before somebody feels crowded.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from django.core.paginator import Page, Paginator

from accounts.models import Membership
from common.pages.filters import Filter
from partners.models import CreditedPartner, Organisation, ServiceFunder, Tie
from partners.models.services.queries import ServiceQuerySet
from partners.reports.services.ground import Ground, Spot, ground_of
from partners.reports.services.question import Question, filters_of, services_asked

SPOTS_A_PAGE = 30
NAMED = 3  # partners that a line names
FUNDERS, PAIRS = 20, 20  # lines shown
# Where more than so many do the same it is a whole field, and tells nothing of any two of them.
CROWD = 12


@dataclass(frozen=True)
class SharedSpot:
    """A line of the page: one kind of service in one area, by several partners."""

    spot: Spot
    kind: str
    area: str
    names: list[str]

    @property
    def more(self) -> int:
        return len(self.spot.partners) - len(self.names)


@dataclass(frozen=True)
class SharedFunder:
    """A funder on whom several partners depend."""

    key: str
    name: str
    partners: list[str]
    services: int

    @property
    def named(self) -> list[str]:
        return self.partners[:NAMED]

    @property
    def more(self) -> int:
        return max(0, len(self.partners) - NAMED)


@dataclass(frozen=True)
class Pair:
    """Two partners and what they share: spots and funders. `ties`: in which ways they work together.

    `credit`: on what it is agreed that both are named.
    """

    one: int
    other: int
    names: tuple[str, str]
    spots: list[str]
    funders: list[str]
    ties: list[str]
    credit: list[str]


@dataclass(frozen=True)
class Overlap:
    ground: Ground
    page: Page
    shared: list[SharedSpot]
    funders: list[SharedFunder]
    pairs: list[Pair]
    filters: list[Filter]
    crowd: int = CROWD

    @property
    def total(self) -> int:
        return len(self.ground.shared)


def overlap(question: Question, *, membership: Membership, on: date, page: str | None) -> Overlap:
    """Nine queries, however many services there are."""
    services = services_asked(question, membership=membership, on=on)
    ground = ground_of(services, membership.coalition)
    found = Paginator(ground.shared, SPOTS_A_PAGE).get_page(page)
    paid = _paid_by(services)
    pairs = _pairs(ground, paid)
    names, ties = _names(ground, found, paid, pairs), _ties(pairs, membership, on=on)
    credit = CreditedPartner.objects.rules_of({pk for one in pairs for pk in (one.one, one.other)})
    return Overlap(
        ground=ground,
        page=found,
        shared=[_line(spot, ground, names) for spot in found],
        funders=_funders(paid, names),
        pairs=[_told(pair, ground, names, ties, credit) for pair in pairs],
        filters=filters_of(question, membership),
    )


def _line(spot: Spot, ground: Ground, names: dict[int, str]) -> SharedSpot:
    most = sorted(spot.partners, key=lambda pk: (-spot.partners[pk], names[pk]))[:NAMED]
    told = [names[pk] for pk in most]
    return SharedSpot(spot, ground.kinds[spot.kind], ground.areas[spot.area], told)


# ---------------------------------------------------------------- funders


@dataclass(frozen=True)
class _Paid:
    """Whom one funder pays: partner → how many of its services."""

    key: str
    name: str
    partners: dict[int, int]


def _paid_by(services: ServiceQuerySet) -> list[_Paid]:
    """Funders of two or more partners, those of the most first. A partner's own money is no funder's."""
    names: dict[str, str] = {}
    partners: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for key, name, partner in ServiceFunder.objects.of_services(services).told_keys():
        names.setdefault(key, name)
        partners[key][partner] += 1
    found = [_Paid(key, names[key], told) for key, told in partners.items() if len(told) > 1]
    return sorted(found, key=lambda paid: (-len(paid.partners), paid.name))


def _funders(paid: Iterable[_Paid], names: dict[int, str]) -> list[SharedFunder]:
    return [
        SharedFunder(
            key=one.key,
            name=one.name,
            partners=sorted(names[pk] for pk in one.partners),
            services=sum(one.partners.values()),
        )
        for one in list(paid)[:FUNDERS]
    ]


# ---------------------------------------------------------------- pairs


@dataclass
class _Sharing:
    one: int
    other: int
    spots: list[Spot]
    funders: list[str]

    @property
    def weight(self) -> tuple[int, int]:
        """A funder that both live of counts as much as a spot; both together come first."""
        return len(self.spots) + len(self.funders), len(self.funders)


def _pairs(ground: Ground, paid: Sequence[_Paid]) -> list[_Sharing]:
    """The twenty pairs that share most, and at least two things."""
    sharing: dict[tuple[int, int], _Sharing] = {}

    def of(pair: tuple[int, int]) -> _Sharing:
        return sharing.setdefault(pair, _Sharing(*pair, [], []))

    for spot in ground.shared:
        for pair in _pairs_on(spot):
            of(pair).spots.append(spot)
    for funder in paid:
        if len(funder.partners) <= CROWD:
            for pair in combinations(sorted(funder.partners), 2):
                of(pair).funders.append(funder.name)
    found = [one for one in sharing.values() if sum(one.weight[:1]) > 1]
    found.sort(key=lambda one: (*(-part for part in one.weight), one.one, one.other))
    return found[:PAIRS]


def _pairs_on(spot: Spot) -> list[tuple[int, int]]:
    """Two that both serve the county share it there, once, and not again in each of its towns."""
    if len(spot.partners) > CROWD:
        return []
    pairs = combinations(sorted(spot.partners), 2)
    return [pair for pair in pairs if spot.at_home.intersection(pair)]


def _ties(
    pairs: Iterable[_Sharing], membership: Membership, *, on: date
) -> dict[tuple[int, ...], list[str]]:
    """By the pair the kinds of ties that are told of it: who works together has mostly talked of it."""
    asked = [(pair.one, pair.other) for pair in pairs]
    rows = Tie.objects.visible_to(membership).standing(on=on).among_pairs(asked).told()
    found: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for tie in rows if asked else []:
        found[tuple(sorted((tie.first_id, tie.second_id)))].append(tie.relation.name)
    return found


def _told(
    pair: _Sharing,
    ground: Ground,
    names: dict[int, str],
    ties: dict[tuple[int, ...], list[str]],
    credit: dict[int, set[str]],
) -> Pair:
    return Pair(
        one=pair.one,
        other=pair.other,
        names=(names[pair.one], names[pair.other]),
        spots=[f"{ground.kinds[spot.kind]} · {ground.areas[spot.area]}" for spot in pair.spots],
        funders=pair.funders,
        ties=ties.get((pair.one, pair.other), []),
        credit=sorted(credit.get(pair.one, set()) & credit.get(pair.other, set())),
    )


def _names(
    ground: Ground, page: Iterable[Spot], paid: Iterable[_Paid], pairs: Iterable[_Sharing]
) -> dict[int, str]:
    wanted = {pk for spot in page for pk in spot.partners}
    wanted |= {pk for one in list(paid)[:FUNDERS] for pk in one.partners}
    wanted |= {pk for pair in pairs for pk in (pair.one, pair.other)}
    return dict(Organisation.objects.filter(pk__in=wanted).values_list("pk", "name"))
