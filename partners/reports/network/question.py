"""Which part of the network somebody asks for: everything in the address bar, nothing else."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.db.models import Q
from django.http import QueryDict

from accounts.models import Membership
from common.text.numbers import read_id
from partners.models import BroadSector, Classification, Organisation, Tie, Vocabulary
from partners.network.levels import HIGHEST
from partners.reports.listing.questions import BROAD
from partners.reports.network.narrowing import narrowers

ORDERS = ("name", "ties", "betweenness", "closeness", "level")


@dataclass(frozen=True)
class Question:
    """`relation`, `sector`, `area` and `tag` are ids as text; `level` is the least that counts.

    `broad` names broad sectors; `colour` says whether the marks tell those apart instead of sectors.

    `groups`: of each narrower that other apps bring and that is asked for, its name and the ids.
    """

    on: date
    relation: str = ""
    sector: tuple[str, ...] = ()
    broad: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    tag: tuple[str, ...] = ()
    level: int = 0
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sort: str = "-betweenness"
    colour: str = ""

    @classmethod
    def of(cls, told: QueryDict, *, on: date) -> Self:
        level, sort = read_id(told.get("level")) or 0, told.get("sort", "")
        return cls(
            on=on,
            relation=_number(told.get("relation", "")),
            level=level if level <= HIGHEST else 0,
            broad=tuple(one for one in BroadSector.values if one in told.getlist(BROAD)),
            colour=BROAD if told.get("colour") == BROAD else "",
            sort=sort if sort.removeprefix("-") in ORDERS else cls.sort,
            groups=tuple(
                (one.name, ids) for one in narrowers() if (ids := _numbers(told, one.name))
            ),
            **{name: _numbers(told, name) for name in ("sector", "area", "tag")},
        )

    @property
    def terms(self) -> dict[str, tuple[str, ...]]:
        told = {
            Vocabulary.SECTOR: self.sector,
            Vocabulary.AREA: self.area,
            Vocabulary.TAG: self.tag,
        }
        return {vocabulary.value: ids for vocabulary, ids in told.items() if ids}

    def organisations(self, membership: Membership) -> Any:
        """Partners that are not retired, and whoever else is tied; of these, those with the terms."""
        rows = Organisation.objects.visible_to(membership).active()
        standing = self.ties(membership)
        tied = Q(pk__in=standing.values("first")) | Q(pk__in=standing.values("second"))
        rows = rows.filter(Q(kind=Organisation.Kind.PARTNER) | tied)
        return self.narrowed(rows, membership, on=self.on)

    def narrowed(self, rows: Any, membership: Membership, *, on: date) -> Any:
        """Of organisations those with the terms, and in the groups as they are on a day."""
        for ids in self.terms.values():
            carried = Classification.objects.filter(
                coalition=membership.coalition_id, term__in=list(map(int, ids))
            ).values("organisation")
            rows = rows.filter(pk__in=carried)
        if self.broad:
            rows = rows.of_broad_sectors(self.broad)
        for narrower in narrowers():
            if chosen := self.chosen(narrower.name):
                rows = rows.filter(pk__in=narrower.organisations(membership, chosen, on))
        return rows

    def chosen(self, group: str) -> tuple[str, ...]:
        return dict(self.groups).get(group, ())

    def ties(self, membership: Membership) -> Any:
        return self.ties_ever(membership).standing(on=self.on)

    def ties_ever(self, membership: Membership) -> Any:
        """Those that are over too."""
        rows = Tie.objects.visible_to(membership).present()
        return rows.filter(relation=int(self.relation)) if self.relation else rows


def _numbers(told: QueryDict, name: str) -> tuple[str, ...]:
    return tuple(filter(None, map(_number, told.getlist(name))))


def _number(text: str) -> str:
    return text if read_id(text) else ""
