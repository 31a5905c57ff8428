"""The table of a coalition as a matrix of two lists: how many partners stand in each cell."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from partners.models import Term
from partners.reports.composition.axes import Entry, cell_url, entries, members, wish_query
from partners.reports.composition.standing import Count, Standing
from partners.reports.composition.voices import Stand, Voice
from partners.reports.depth.trust import LISTS

SHADES = 5


@dataclass(frozen=True)
class Place:
    """Where voices may be needed: a cell, or the head of a row or column.

    A voice stands where its terms of the two lists lead: “Youth” at a head, “Youth · Health · Riverbend”
    in the cell of youth and health.
    """

    entries: tuple[Entry, ...]
    count: Count
    url: str
    voices: tuple[Voice, ...] = ()
    trusted: int = 0  # how many say that they are trusted here; who was not asked is not counted

    @property
    def is_gap(self) -> bool:
        return any(voice.needs_someone for voice in self.voices)

    @property
    def voice(self) -> Voice | None:
        """The one that is told first: where somebody is missing."""
        return next(iter(sorted(self.voices, key=lambda one: not one.needs_someone)), None)

    @property
    def needed_words(self) -> str:
        """How each voice stands, those by name that ask for more than the place says."""
        return "; ".join(
            voice.words if self.is_all_of(voice) else f"{voice.needed}: {voice.words}"
            for voice in self.voices
        )

    def is_all_of(self, voice: Voice) -> bool:
        return len(voice.needed.term_ids) == len(self.entries)

    def wanting(self, voice: Voice) -> str:
        """What is said of a voice to whoever does not see the mark; nothing of one that is there."""
        if not voice.is_gap:
            return ""
        if voice.is_accepted:
            said = _("left open on purpose")
        elif voice.stand == Stand.NOBODY:
            said = _("needed, nobody yet")
        else:
            said = _("needed: %(words)s") % {"words": voice.words}
        return said if self.is_all_of(voice) else f"{voice.needed}: {said}"

    @property
    def wanted(self) -> str:
        return "; ".join(filter(None, map(self.wanting, self.voices)))


@dataclass(frozen=True)
class Cell(Place):
    """`shade` is 0 for nobody, up to SHADES for the fullest cell."""

    shade: int = 0

    @property
    def row(self) -> Entry:
        return self.entries[0]

    @property
    def column(self) -> Entry:
        return self.entries[1]

    @property
    def wish(self) -> str:
        """What asks for a voice here: “sector=3&area=7”, empty where the lists say nothing."""
        return wish_query(self.entries)

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
        told = _("%(n)d on the list, %(active)d active") % {
            "n": self.count.nominal,
            "active": self.count.active,
        }
        return "; ".join(filter(None, (told, self.trust_words, self.wanted)))

    @property
    def trust_words(self) -> str:
        """Nothing where nobody has said so: that is not to say that nobody is trusted."""
        if not self.trusted:
            return ""
        return ngettext("%(n)d trusted", "%(n)d trusted", self.trusted) % {"n": self.trusted}


@dataclass(frozen=True)
class Head(Place):
    """Of a row or a column."""

    @property
    def entry(self) -> Entry:
        return self.entries[0]


@dataclass(frozen=True)
class Row(Head):
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True)
class Line:
    """What a cell or a head says, in words."""

    row: str
    column: str
    place: Place


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
        return [cell for cell in self.cells if cell.count.nominal or cell.voices]

    @property
    def lines(self) -> list[Line]:
        """The same as lines: first the rows and columns of which a voice is needed, then the cells."""
        rows = [Line(one.entry.label, _("All"), one) for one in self.rows if one.voices]
        columns = [Line(_("All"), one.entry.label, one) for one in self.columns if one.voices]
        return rows + columns + [Line(one.row.label, one.column.label, one) for one in self.told]

    @property
    def tells_trust(self) -> bool:
        """One of the two lists names people, a language or a place, and somebody is there."""
        return any(cell.trust_words for cell in self.cells)

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
    both = [*across, *down]
    places = _Places(
        standing,
        within={one: members(one, terms, standing) for one in both},
        needed=placed(voices, shown={one.id for one in both if one.id}),
        slug=slug,
    )
    most = max((places.count(row, one).nominal for row in down for one in across), default=0)

    def cell(row: Entry, column: Entry) -> Cell:
        shade = shade_of(places.count(row, column).nominal, most=most)
        return Cell(*places.told(row, column), shade=shade)

    return Matrix(
        rows=[
            Row(*places.told(row), cells=tuple(cell(row, column) for column in across))
            for row in down
        ],
        columns=[Head(*places.told(one)) for one in across],
    )


@dataclass(frozen=True)
class _Places:
    """What is told of a head, which is one entry, or of a cell, which is where two meet."""

    standing: Standing
    within: Mapping[Entry, frozenset[int]]
    needed: Mapping[frozenset[int], list[Voice]]
    slug: str

    def told(self, *entries: Entry) -> tuple[tuple[Entry, ...], Count, str, tuple[Voice, ...], int]:
        """The fields of a Place."""
        voices = self.needed.get(frozenset(one.id for one in entries), ())
        url = cell_url(self.slug, *entries)
        return entries, self.count(*entries), url, tuple(voices), self._trusted(entries)

    def count(self, *entries: Entry) -> Count:
        return self.standing.counted(self._there(entries))

    def _there(self, entries: Iterable[Entry]) -> frozenset[int]:
        return frozenset.intersection(*(self.within[one] for one in entries))

    def _trusted(self, entries: tuple[Entry, ...]) -> int:
        terms = [one.id for one in entries if one.id and one.axis in LISTS]
        return self.standing.trusted(self._there(entries), terms=terms)


def placed(voices: Iterable[Voice], *, shown: set[int]) -> dict[frozenset[int], list[Voice]]:
    """Each voice by those of its terms that the two lists show; one without any stands nowhere."""
    found: dict[frozenset[int], list[Voice]] = {}
    for voice in voices:
        if here := frozenset(voice.needed.term_ids) & shown:
            found.setdefault(here, []).append(voice)
    return found


def shade_of(number: int, *, most: int) -> int:
    """0 for nobody, else 1 to SHADES in equal steps up to the fullest cell."""
    return ceil(number / most * SHADES) if most and number else 0
