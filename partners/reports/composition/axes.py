"""The lists by which a table is looked at, and what an address says of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Term, Vocabulary
from partners.models.needed_voices import AXES
from partners.reports.composition.standing import Standing

# One entry of a list, in words that follow a verb and that stand in a choice.
ONE_OF: dict[str, Any] = {
    Vocabulary.SECTOR: gettext_lazy("Sector"),
    Vocabulary.POPULATION: gettext_lazy("Population"),
    Vocabulary.AREA: gettext_lazy("Area"),
    Vocabulary.DETERMINANT: gettext_lazy("Social determinant"),
    Vocabulary.LANGUAGE: gettext_lazy("Language"),
}
# What a table is looked at by: a voice is needed of each list but the languages.
SHOWN: tuple[Vocabulary, ...] = (*AXES, Vocabulary.LANGUAGE)
NOT_SAID = "none"
NAMES = frozenset(axis.value for axis in SHOWN)


@dataclass(frozen=True)
class Entry:
    """One row or column of a matrix: a term, or without one those of whom the list says nothing."""

    axis: str
    term: Term | None

    @property
    def label(self) -> str:
        return self.term.name if self.term else _("Not said")

    @property
    def key(self) -> str:
        """As the address names it."""
        return self.term.name if self.term else NOT_SAID

    @property
    def id(self) -> int:
        return self.term.pk if self.term else 0


def terms_of(coalition: int) -> list[Term]:
    """All terms of these lists, in the order of the lists: one query."""
    rows = Term.objects.of_coalition(coalition).filter(vocabulary__in=NAMES)
    return list(rows.for_choosing())


def entries(axis: str, terms: Iterable[Term], standing: Standing) -> list[Entry]:
    """What stands on one side: current terms, retired ones still carried, and "not said" if anybody is."""
    shown = [
        Entry(axis, term)
        for term in terms
        if term.vocabulary == axis and (not term.retired_on or term.pk in standing.carrying)
    ]
    return shown + ([Entry(axis, None)] if shown and not_said(axis, terms, standing) else [])


def not_said(axis: str, terms: Iterable[Term], standing: Standing) -> frozenset[int]:
    """The partners that carry no term of the list."""
    ours = [standing.carrying.get(one.pk, frozenset()) for one in terms if one.vocabulary == axis]
    return standing.everybody.difference(*ours)


def members(entry: Entry, terms: Iterable[Term], standing: Standing) -> frozenset[int]:
    if entry.term is None:
        return not_said(entry.axis, terms, standing)
    return standing.carrying.get(entry.term.pk, frozenset())


def chosen_axes(parameters: Mapping[str, str]) -> tuple[str, str]:
    """Rows and columns, as `?rows=sector&columns=area` says; two different ones, whatever it says."""
    rows = parameters.get("rows", "")
    rows = rows if rows in NAMES else Vocabulary.SECTOR.value
    columns = parameters.get("columns", "")
    others = [axis.value for axis in SHOWN if axis != rows]
    wanted = Vocabulary.POPULATION.value if rows != Vocabulary.POPULATION else others[0]
    return rows, columns if columns in others else wanted


def wish_query(entries: Iterable[Entry]) -> str:
    """What the form for a needed voice begins with; empty where a list says nothing, or asks for none."""
    told = {entry.axis: entry.id for entry in entries}
    return urlencode(told) if all(told.values()) and told.keys() <= set(AXES) else ""


def cell_url(slug: str, *entries: Entry) -> str:
    told = {entry.axis: entry.key for entry in entries}
    return f"{reverse('partners:composition_cell', args=[slug])}?{urlencode(told)}"
