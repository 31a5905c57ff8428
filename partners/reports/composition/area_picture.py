"""Where on the map there is somebody: areas as boxes, each in the one it lies in, without any borders.

All boxes of one level are alike, for nothing is known of an area but who stands for it. A partner of the town
counts in its county too, and one of the county does not count in each town (docs/decisions/0040).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from accounts.models import Membership
from partners.models import Vocabulary
from partners.reports.areas import Areas
from partners.reports.composition.axes import Entry, cell_url, entries, members, wish_query
from partners.reports.composition.matrix import Place, placed, shade_of
from partners.reports.composition.page import Table, table_for


@dataclass(frozen=True)
class Box(Place):
    """One area. `shade` is 0 for no active partner, up to SHADES for the area with the most.

    `whole`: of an area with parts, how many active partners stand for it and for none of its parts.
    `around`: of an area without an active partner, how many stand for the whole of what it lies in.
    """

    shade: int = 0
    level: int = 0
    inside: str = ""
    whole: int = 0
    around: int = 0
    parts: tuple["Box", ...] = ()

    @property
    def entry(self) -> Entry:
        return self.entries[0]

    @property
    def is_empty(self) -> bool:
        return not self.count.nominal

    @property
    def is_unseen(self) -> bool:
        """Somebody is on the list, and nobody of them was seen lately."""
        return bool(self.count.nominal) and not self.count.active

    @property
    def wish(self) -> str:
        """What asks for a voice of the area itself, where none is needed yet: “area=7”."""
        return "" if any(map(self.is_all_of, self.voices)) else wish_query(self.entries)

    @property
    def words(self) -> str:
        """What the box says, in words; the table says the same."""
        if self.is_empty:
            return _("nobody")
        return _("%(active)d active of %(n)d") % {
            "active": self.count.active,
            "n": self.count.nominal,
        }

    @property
    def all(self) -> Iterator["Box"]:
        """Itself and what lies in it, in the order of the list."""
        yield self
        for part in self.parts:
            yield from part.all


@dataclass(frozen=True)
class AreaPicture:
    """`unplaced`: the partners that stand for no area."""

    table: Table
    boxes: tuple[Box, ...]
    unplaced: Box | None

    @property
    def lines(self) -> list[Box]:
        """Every box once: the picture as rows."""
        found = [box for top in self.boxes for box in top.all]
        return [*found, self.unplaced] if self.unplaced else found

    @property
    def empty(self) -> int:
        return sum(box.is_empty for top in self.boxes for box in top.all)

    @property
    def unseen(self) -> int:
        return sum(box.is_unseen for top in self.boxes for box in top.all)

    @property
    def total(self) -> int:
        return sum(1 for top in self.boxes for _box in top.all)


def area_picture(membership: Membership, *, on: date) -> AreaPicture:
    """As many queries as the matrix takes for the table."""
    table = table_for(membership, on=on)
    shown = entries(Vocabulary.AREA, table.terms, table.standing)
    known = [entry for entry in shown if entry.term]
    bare = next((entry for entry in shown if not entry.term), None)
    drawing = _Drawing(table, known, membership.coalition.slug)
    return AreaPicture(
        table=table,
        boxes=tuple(drawing.box(entry) for entry in drawing.parts[0]),
        unplaced=drawing.box(bare) if bare else None,
    )


class _Drawing:
    """What the boxes of one table have in common."""

    def __init__(self, table: Table, known: Iterable[Entry], slug: str) -> None:
        self.table, self.slug = table, slug
        self.lying = Areas.among(table.terms)
        of = {entry.id: entry for entry in known}
        self.parts: dict[int, list[Entry]] = defaultdict(list)
        for pk, entry in of.items():
            home = next((above for above in self.lying.above(pk) if above in of), 0)
            self.parts[home].append(entry)
        active = table.standing.active
        self.most = max((len(self.those_of(one) & active) for one in of.values()), default=0)
        self.needed = placed(table.voices, shown=set(of))

    def those_of(self, entry: Entry) -> frozenset[int]:
        return members(entry, self.table.terms, self.table.standing)

    def whole(self, entry: Entry) -> frozenset[int]:
        """The active partners that stand for it and for none of its parts."""
        in_parts = frozenset[int]().union(*map(self.those_of, self.parts[entry.id]))
        return (self.those_of(entry) - in_parts) & self.table.standing.active

    def box(self, entry: Entry, *, inside: tuple[Entry, ...] = ()) -> Box:
        count = self.table.standing.counted(self.those_of(entry))
        parts = self.parts[entry.id] if entry.id else []
        around = frozenset[int]().union(*map(self.whole, inside))
        return Box(
            entries=(entry,),
            count=count,
            url=cell_url(self.slug, entry),
            voices=tuple(self.needed.get(frozenset({entry.id}), ())),
            shade=shade_of(count.active, most=self.most),
            level=len(inside),
            inside=inside[-1].label if inside else "",
            whole=len(self.whole(entry)) if parts else 0,
            around=0 if count.active else len(around),
            parts=tuple(self.box(part, inside=(*inside, entry)) for part in parts),
        )
