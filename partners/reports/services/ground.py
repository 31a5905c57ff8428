"""Who does the same in the same area: the ground on which overlaps and holes show.

A *spot* is one kind of service in one area. A service counts in every spot that it names, and in every area
that lies in one it names: who serves the county serves its towns. Without a kind or without an area it counts
in none, and pages say how many such there are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from accounts.models import Coalition
from partners.models import Capacity, OtherList, Term, Vocabulary
from partners.models.services.queries import ServiceQuerySet
from partners.reports.areas import Areas

Place = tuple[int, int]  # kind, area
TOLD = (OtherList.SERVICE, Vocabulary.AREA)
CLOSED = frozenset({Capacity.WAITING, Capacity.FULL, Capacity.PAUSED})


@dataclass
class Spot:
    """One kind of service in one area: who offers it, and whether somebody takes people.

    `at_home`: the partners that name this very area; the others serve a larger one in which it lies.
    """

    kind: int
    area: int
    services: dict[int, str] = field(default_factory=dict)  # id → state
    partners: dict[int, int] = field(default_factory=lambda: defaultdict(int))  # id → services
    at_home: set[int] = field(default_factory=set)

    @property
    def states(self) -> Counter[str]:
        return Counter(self.services.values())

    @property
    def open(self) -> int:
        return self.states[Capacity.OPEN]

    @property
    def said(self) -> int:
        """Of how many it is known whether they take people."""
        return sum(bool(state) for state in self.services.values())

    @property
    def is_closed(self) -> bool:
        """Whether every service here is known to take nobody at once."""
        return bool(self.services) and CLOSED.issuperset(self.services.values())


@dataclass(frozen=True)
class Ground:
    spots: dict[Place, Spot]
    kinds: dict[int, str]  # in the order of the list, current ones and those in use
    areas: dict[int, str]
    services: int
    without_kind: int
    without_area: int
    lying: Areas = field(default_factory=Areas)

    @cached_property
    def shared(self) -> list[Spot]:
        """Spots of two or more partners, the most crowded first, then in the order of the lists.

        Where all of them serve a larger area, it is told there, once.
        """
        order = {pk: place for place, pk in enumerate([*self.kinds, *self.areas])}
        found = [one for one in self.spots.values() if len(one.partners) > 1 and one.at_home]
        return sorted(found, key=lambda s: (-len(s.partners), order[s.kind], order[s.area]))


def ground_of(services: ServiceQuerySet, coalition: Coalition) -> Ground:
    """Two queries, however many services there are."""
    terms = list(Term.objects.of_coalition(coalition.pk).in_any(TOLD).for_choosing())
    lying = Areas.among(terms)
    spots: dict[Place, Spot] = {}
    seen, with_kind, with_area = set[int](), set[int](), set[int]()
    for pk, partner, state, kind, vocabulary, area in services.order_by().values_list(
        "pk",
        "organisation_id",
        "capacity",
        "carried__term",
        "carried__term__vocabulary",
        "places__area",
    ):
        seen.add(pk)
        is_kind = vocabulary == OtherList.SERVICE
        with_kind |= {pk} if is_kind else set()
        with_area |= {pk} if area else set()
        if is_kind and area:
            for reached in (area, *lying.parts(area)):
                spot = spots.setdefault((kind, reached), Spot(kind, reached))
                _count(spot, pk, partner, state)
            spots[kind, area].at_home.add(partner)
    kinds, areas = _named(terms, used=spots)
    return Ground(
        spots=spots,
        kinds=kinds,
        areas=areas,
        services=len(seen),
        without_kind=len(seen - with_kind),
        without_area=len(seen - with_area),
        lying=lying,
    )


def _count(spot: Spot, service: int, partner: int, state: str) -> None:
    """A service with two places in one area, or that carries two populations, counts once."""
    if service not in spot.services:
        spot.services[service] = state
        spot.partners[partner] += 1


def _named(
    terms: Iterable[Term], *, used: Iterable[Place]
) -> tuple[dict[int, str], dict[int, str]]:
    """Both lists in their order: what is offered, and what is carried though it is offered no more."""
    carried = {pk for place in used for pk in place}
    lists: dict[str, dict[int, str]] = {name: {} for name in TOLD}
    for term in terms:
        if not term.retired_on or term.pk in carried:
            lists[term.vocabulary][term.pk] = term.name
    return lists[OtherList.SERVICE], lists[Vocabulary.AREA]
