"""The lists by which a table is looked at and the broad sectors, and what an address says of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import BroadSector, Term, Vocabulary
from partners.models.composition.needed_voices import AXES
from partners.reports.composition.standing import Standing
from partners.reports.listing.questions import BROAD

# One entry of a list, in words that follow a verb and that stand in a choice.
ONE_OF: dict[str, Any] = {
    Vocabulary.SECTOR: gettext_lazy("Sector"),
    BROAD: gettext_lazy("Broad sector"),
    Vocabulary.POPULATION: gettext_lazy("Population"),
    Vocabulary.AREA: gettext_lazy("Area"),
    Vocabulary.DETERMINANT: gettext_lazy("Social determinant"),
    Vocabulary.LANGUAGE: gettext_lazy("Language"),
}
# What can stand on either side; a voice is needed of four of the lists alone, not of the languages.
SIDES = tuple(map(str, ONE_OF))
LISTS = (*AXES, Vocabulary.LANGUAGE)
NOT_SAID = "none"


@dataclass(frozen=True)
class Entry:
    """One row or column: a term or a broad sector, or without both those of whom nothing is said."""

    axis: str
    term: Term | None = None
    broad: str = ""

    @property
    def label(self) -> str:
        if self.broad:
            return str(BroadSector(self.broad).label)
        return self.term.name if self.term else _("Not said")

    @property
    def key(self) -> str:
        """As the address names it."""
        return self.broad or (self.term.name if self.term else NOT_SAID)

    @property
    def id(self) -> int:
        return self.term.pk if self.term else 0


def terms_of(coalition: int) -> list[Term]:
    """All terms of these lists, in the order of the lists: one query."""
    return list(Term.objects.of_coalition(coalition).in_any(LISTS).for_choosing())


def entries(axis: str, terms: Iterable[Term], standing: Standing) -> list[Entry]:
    """What stands on one side: current terms, retired ones still carried, and "not said" if anybody is."""
    ours = [
        term for term in on_axis(axis, terms) if not term.retired_on or term.pk in standing.carrying
    ]
    shown = entries_of(axis, ours)
    return shown + ([Entry(axis)] if shown and not_said(axis, terms, standing) else [])


def on_axis(axis: str, terms: Iterable[Term]) -> list[Term]:
    """The terms by which a partner stands on that side."""
    if axis == BROAD:
        return [term for term in terms if term.broad_sector]
    return [term for term in terms if term.vocabulary == axis]


def entries_of(axis: str, terms: Iterable[Term]) -> list[Entry]:
    """Each term of that side, or each broad sector of which there are sectors."""
    if axis != BROAD:
        return [Entry(axis, term) for term in terms]
    there = {term.broad_sector for term in terms}
    return [Entry(axis, broad=one.value) for one in BroadSector if one in there]


def not_said(axis: str, terms: Iterable[Term], standing: Standing) -> frozenset[int]:
    """The partners that carry no term of the list."""
    return standing.everybody.difference(*map(standing.of_term, on_axis(axis, terms)))


def members(entry: Entry, terms: Iterable[Term], standing: Standing) -> frozenset[int]:
    """Who stands there; a partner of two sectors of one broad sector stands in it once."""
    if entry.broad:
        sectors = [term for term in terms if term.broad_sector == entry.broad]
        return frozenset().union(*map(standing.of_term, sectors))
    if entry.term is None:
        return not_said(entry.axis, terms, standing)
    return standing.of_term(entry.term)


def chosen_axes(parameters: Mapping[str, str]) -> tuple[str, str]:
    """Rows and columns, as `?rows=sector&columns=area` says; two different ones, whatever it says."""
    rows = parameters.get("rows", "")
    rows = rows if rows in SIDES else Vocabulary.SECTOR.value
    columns = parameters.get("columns", "")
    others = [axis for axis in SIDES if axis != rows]
    wanted = Vocabulary.POPULATION.value if rows != Vocabulary.POPULATION else others[0]
    return rows, columns if columns in others else wanted


def wish_query(entries: Iterable[Entry]) -> str:
    """What the form for a needed voice begins with; empty where a list says nothing, or asks for none."""
    told = {entry.axis: entry.id for entry in entries}
    return urlencode(told) if all(told.values()) and told.keys() <= set(AXES) else ""


def cell_url(slug: str, *entries: Entry) -> str:
    told = {entry.axis: entry.key for entry in entries}
    return f"{reverse('partners:composition_cell', args=[slug])}?{urlencode(told)}"
