"""The table of a coalition as a matrix of two lists: how many partners stand in each cell."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext as _

from partners.models import Term
from partners.reports.composition.axes import Entry, cell_url, entries, members
from partners.reports.composition.standing import Count, Standing
from partners.reports.composition.voices import Stand, Voice

SHADES = 5


@dataclass(frozen=True)
class Cell:
    """`shade` is 0 for nobody, up to SHADES for the fullest cell; `voice` is set where one is needed."""

    row: Entry
    column: Entry
    count: Count
    shade: int
    url: str
    voice: Voice | None = None

    @property
    def is_gap(self) -> bool:
        return self.voice is not None and self.voice.needs_someone

    @property
    def is_unseen(self) -> bool:
        """Somebody is on the list, and nobody of them was seen lately."""
        return bool(self.count.nominal) and not self.count.active

    @property
    def is_single(self) -> bool:
        return self.count.nominal == 1

    @property
    def words(self) -> str:
        """What a cell says to whoever does not see it."""
        told = [
            _("%(n)d on the list, %(active)d active")
            % {"n": self.count.nominal, "active": self.count.active}
        ]
        if self.voice and self.voice.is_accepted:
            told.append(_("left open on purpose"))
        elif self.voice and self.voice.stand == Stand.NOBODY:
            told.append(_("needed, nobody yet"))
        elif self.voice and self.voice.is_gap:
            told.append(_("needed: %(words)s") % {"words": self.voice.words})
        return "; ".join(told)


@dataclass(frozen=True)
class Row:
    entry: Entry
    count: Count
    url: str
    cells: list[Cell]


@dataclass(frozen=True)
class Head:
    entry: Entry
    count: Count
    url: str


@dataclass(frozen=True)
class Matrix:
    rows: list[Row]
    columns: list[Head]

    @property
    def cells(self) -> list[Cell]:
        return [cell for row in self.rows for cell in row.cells]

    @property
    def told(self) -> list[Cell]:
        """Every cell that says something: somebody is there, or somebody is needed."""
        return [cell for cell in self.cells if cell.count.nominal or cell.voice]

    @property
    def empty(self) -> int:
        return sum(not cell.count.nominal for cell in self.cells)


def matrix(
    axes: tuple[str, str],
    *,
    terms: list[Term],
    standing: Standing,
    voices: Iterable[Voice],
    slug: str,
) -> Matrix:
    """Without a query: everything is in what stands there."""
    across, down = (entries(axis, terms, standing) for axis in axes[::-1])
    within = {(one.axis, one.id): members(one, terms, standing) for one in [*across, *down]}

    def counted(*both: Entry) -> Count:
        return standing.counted(frozenset.intersection(*(within[one.axis, one.id] for one in both)))

    counts = {(row.id, column.id): counted(row, column) for row in down for column in across}
    most = max((count.nominal for count in counts.values()), default=0)
    needed = {frozenset(voice.needed.term_ids): voice for voice in voices}

    def cell(row: Entry, column: Entry) -> Cell:
        count = counts[row.id, column.id]
        return Cell(
            row,
            column,
            count,
            shade=shade_of(count.nominal, most=most),
            url=cell_url(slug, row, column),
            voice=needed.get(frozenset({row.id, column.id})),
        )

    return Matrix(
        rows=[
            Row(row, counted(row), cell_url(slug, row), [cell(row, one) for one in across])
            for row in down
        ],
        columns=[Head(one, counted(one), cell_url(slug, one)) for one in across],
    )


def shade_of(number: int, *, most: int) -> int:
    """0 for nobody, else 1 to SHADES in equal steps up to the fullest cell."""
    return ceil(number / most * SHADES) if most and number else 0
