"""Where help is thin: kinds of service by area, with who offers each; nobody, only one, or all full."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator

from accounts.models import Membership
from common.pages.filters import Filter
from partners.reports.services.ground import Ground, Spot, ground_of
from partners.reports.services.question import Question, filters_of, services_asked

AREAS_A_PAGE, KINDS_A_PAGE = 8, 40


@dataclass(frozen=True)
class Square:
    """One kind in one area: how many partners offer it. Without a spot nobody does.

    `in_parts`: how many partners offer it in an area that lies in this one, where nobody does in all of it.
    """

    kind: int
    area: int
    area_name: str
    spot: Spot | None
    in_parts: int = 0

    @property
    def partners(self) -> int:
        return len(self.spot.partners) if self.spot else 0

    @property
    def is_single(self) -> bool:
        return self.partners == 1

    @property
    def is_closed(self) -> bool:
        return bool(self.spot and self.spot.is_closed)


@dataclass(frozen=True)
class Row:
    kind: int
    name: str
    squares: list[Square]
    nobody: int
    single: int


@dataclass(frozen=True)
class Coverage:
    """`nobody` and `single` count the squares of the whole table, not of the page alone."""

    ground: Ground
    rows: list[Row]
    areas: Page
    kinds: Page
    area_names: list[str]
    nobody: int
    single: int
    closed: int
    filters: list[Filter]

    @property
    def squares(self) -> int:
        return len(self.areas.paginator.object_list) * len(self.kinds.paginator.object_list)


def coverage(
    question: Question, *, membership: Membership, on: date, page: str | None, rows: str | None
) -> Coverage:
    """Six queries. `page` turns the areas, `rows` the kinds; a filter by either narrows the table."""
    services = services_asked(question, membership=membership, on=on)
    ground = ground_of(services, membership.coalition)
    kinds = [pk for pk in ground.kinds if not question.kinds or pk in question.kinds]
    areas = _areas(ground, asked=question.areas)
    shown, shown_kinds = (
        Paginator(areas, AREAS_A_PAGE).get_page(page),
        Paginator(kinds, KINDS_A_PAGE).get_page(rows),
    )
    here = [spot for place, spot in ground.spots.items() if place[0] in kinds and place[1] in areas]
    return Coverage(
        ground=ground,
        rows=[_row(ground, kind, areas, list(shown)) for kind in shown_kinds],
        areas=shown,
        kinds=shown_kinds,
        area_names=[ground.areas[pk] for pk in shown],
        nobody=sum(not _offered(ground, kind, area) for kind in kinds for area in areas),
        single=sum(len(spot.partners) == 1 for spot in here),
        closed=sum(spot.is_closed for spot in here),
        filters=filters_of(question, membership),
    )


def _areas(ground: Ground, *, asked: Sequence[int]) -> list[int]:
    """Areas in which most goes on first: the hole is easier seen beside what there is."""
    busy: dict[int, int] = {}
    for spot in ground.spots.values():
        busy[spot.area] = busy.get(spot.area, 0) + len(spot.services)
    wanted = [pk for pk in ground.areas if not asked or pk in asked]
    return sorted(wanted, key=lambda pk: -busy.get(pk, 0))


def _row(ground: Ground, kind: int, areas: Sequence[int], shown: Sequence[int]) -> Row:
    told = [ground.spots.get((kind, area)) for area in areas]
    nobody = sum(not _offered(ground, kind, area) for area in areas)
    return Row(
        kind=kind,
        name=ground.kinds[kind],
        squares=[
            Square(
                kind,
                area,
                ground.areas[area],
                ground.spots.get((kind, area)),
                len(_in_parts(ground, kind, area)),
            )
            for area in shown
        ],
        nobody=nobody,
        single=sum(spot is not None and len(spot.partners) == 1 for spot in told),
    )


def _offered(ground: Ground, kind: int, area: int) -> bool:
    """In all of the area, or at least in a part of it."""
    return (kind, area) in ground.spots or bool(_in_parts(ground, kind, area))


def _in_parts(ground: Ground, kind: int, area: int) -> set[int]:
    """The partners that offer it in what lies in the area; nobody where it is offered in all of it."""
    if (kind, area) in ground.spots:
        return set()
    told = (ground.spots.get((kind, part)) for part in ground.lying.parts(area))
    return {partner for spot in told if spot for partner in spot.partners}
