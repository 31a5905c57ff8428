"""The page of the network: its filters, what it comes to in sentences, and the table that tells the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from common.pages.filters import Choice, Filter
from common.text.numbers import written
from partners.models import BroadSector, Relation, Term, Vocabulary
from partners.models.ties.ties import Level
from partners.network.measures import Measures, Place
from partners.reports.listing.questions import BROAD
from partners.reports.network.marks import Mark, Marks, marks_of
from partners.reports.network.narrowing import narrowers
from partners.reports.network.network import Found, TooMany, network_of
from partners.reports.network.pairs import Pair, level_words, pairs_of
from partners.reports.network.question import Question

A_PAGE = 50
LISTS = (Vocabulary.SECTOR, Vocabulary.AREA, Vocabulary.TAG)
# vocabulary → id and name of its terms; BROAD → key and name of those of which there are sectors
Words = dict[str, list[tuple[int | str, str]]]


@dataclass(frozen=True)
class Row:
    """One organisation of the picture, with every measure that is taken of it."""

    pk: int
    name: str
    sort_name: str
    mark: Mark
    place: Place
    mean: float | None
    is_broker: bool

    @property
    def level(self) -> str:
        return level_words(self.mean)

    @property
    def betweenness(self) -> str:
        return written(self.place.betweenness, 3)

    @property
    def closeness(self) -> str:
        return written(self.place.closeness, 2)


@dataclass(frozen=True)
class NetworkPage:
    """`found` is None where there are too many for one picture."""

    question: Question
    filters: tuple[Filter, ...]
    marks: Marks
    found: Found | None
    relations: tuple[tuple[int, str], ...] = ()
    number: str = ""
    pairs_number: str = ""

    @property
    def measures(self) -> Measures | None:
        return self.found.measures if self.found else None

    @property
    def legend(self) -> list[Mark]:
        """Only what is to be seen."""
        return self.marks.seen(self.found.nodes) if self.found else []

    @property
    def has_broad(self) -> bool:
        """There are broad sectors by which the marks could be told apart."""
        return any(each.name == BROAD for each in self.filters)

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What the filters' form carries along."""
        return [("colour", self.question.colour)] if self.question.colour else []

    @cached_property
    def page(self) -> Page:
        return Paginator(self._rows, A_PAGE).get_page(self.number)

    @cached_property
    def pairs(self) -> Page:
        rows: list[Pair] = pairs_of(self.found, self.relations) if self.found else []
        return Paginator(rows, A_PAGE).get_page(self.pairs_number)

    @cached_property
    def _rows(self) -> list[Row]:
        if self.found is None:
            return []
        brokers = set(self.found.measures.brokers)
        rows = [
            Row(
                pk=node.pk,
                name=node.name,
                sort_name=node.sort_name,
                mark=self.marks.of(node),
                place=self.found.measures.places[node.pk],
                mean=self.found.levels.get(node.pk),
                is_broker=node.pk in brokers,
            )
            for node in self.found.nodes
        ]
        return _sorted(rows, self.question.sort)

    @property
    def brokers(self) -> list[Row]:
        rows = {row.pk: row for row in self._rows}
        return [rows[pk] for pk in self.found.measures.brokers] if self.found else []

    @property
    def sentences(self) -> list[str]:
        return list(_sentences(self.found.measures)) if self.found else []


def _sorted(rows: list[Row], order: str) -> list[Row]:
    keys = {
        "name": lambda row: row.sort_name,
        "ties": lambda row: row.place.degree,
        "betweenness": lambda row: row.place.betweenness,
        "closeness": lambda row: row.place.closeness,
        "level": lambda row: -1 if row.mean is None else row.mean,
    }
    rows = sorted(rows, key=lambda row: row.sort_name)
    key = keys[order.removeprefix("-")]
    return sorted(rows, key=key, reverse=order.startswith("-"))


def _sentences(told: Measures) -> Iterable[str]:
    """What the picture shows, for whoever does not see it."""
    if told.density is not None:
        yield from _density(told)
    if told.centralisation is not None:
        yield _("%(n)s of 100 towards a star with one in the middle (centralisation).") % {
            "n": written(100 * told.centralisation, 0)
        }
    if told.average_degree is not None:
        yield _("Each is tied to %(n)s others on average.") % {"n": written(told.average_degree, 1)}
    if told.isolates:
        yield ngettext("One has no tie.", "%(n)d have no tie.", told.isolates) % {
            "n": told.isolates
        }
    if (parts := told.components - told.isolates) > 1:
        yield _("It falls into %(n)d groups that nothing connects.") % {"n": parts}
    if told.transitivity is not None:
        yield _("Of two who share a partner, %(n)s in 100 are tied themselves (transitivity).") % {
            "n": written(100 * told.transitivity, 0)
        }
    if told.reciprocity is not None:
        words = _(
            "Where both sides were asked (%(pairs)d pairs), %(n)s in 100 both speak of a tie."
        )
        yield words % {
            "pairs": told.rated_by_both,
            "n": written(100 * told.reciprocity, 0),
        }


def _density(told: Measures) -> Iterable[str]:
    """With what it is divided by, and how many have told their side where any has."""
    figures = {"n": written(100 * (told.density or 0), 0), "pairs": told.answerable}
    pairs = told.nodes * (told.nodes - 1) // 2
    if told.answerable < pairs:
        yield (
            _(
                "%(n)s %% of the %(pairs)d possible ties of which a side has told are there (density)."
                " Pairs of which neither has told are left out."
            )
            % figures
        )
    else:
        yield (
            ngettext(
                "%(n)s %% of the one possible tie is there (density).",
                "%(n)s %% of the %(pairs)d possible ties are there (density).",
                pairs,
            )
            % figures
        )
    if told.told:
        yield ngettext(
            "%(told)d of %(nodes)d organisations has told their side.",
            "%(told)d of %(nodes)d organisations have told their side.",
            told.told,
        ) % {"told": told.told, "nodes": told.nodes}
        if told.nodes - told.told > 1 and told.answerable == pairs:
            yield _("Ties that we know of ourselves count too, so the density is of all pairs.")


def network_page(told: QueryDict, question: Question, *, membership: Membership) -> NetworkPage:
    """Five queries, whether three organisations are tied or two thousand."""
    words = _words(membership.coalition_id)
    relations = tuple(
        Relation.objects.of_coalition(membership.coalition_id).values_list("pk", "name")
    )
    try:
        found = network_of(question, membership=membership)
    except TooMany:
        found = None
    return NetworkPage(
        question=question,
        filters=tuple(_filters(question, words, relations, membership)),
        marks=marks_in(words, question),
        found=found,
        relations=relations,
        number=told.get("page", ""),
        pairs_number=told.get("pairs", ""),
    )


def marks_for(question: Question, *, membership: Membership) -> Marks:
    return marks_in(_words(membership.coalition_id), question)


def marks_in(words: Words, question: Question) -> Marks:
    if question.colour == BROAD:
        told = [(key, str(label)) for key, label in BroadSector.choices]
        return marks_of(told, without=_("No broad sector"), is_broad=True)
    return marks_of(words[Vocabulary.SECTOR], without=_("No sector"))


def _words(coalition: int) -> Words:
    found: Words = {vocabulary.value: [] for vocabulary in LISTS}
    rows = Term.objects.of_coalition(coalition).filter(vocabulary__in=LISTS)
    broadly = set()
    for vocabulary, pk, name, broad in rows.order_by("vocabulary", "position", "name").values_list(
        "vocabulary", "pk", "name", "broad_sector"
    ):
        found[vocabulary].append((pk, name))
        broadly.add(broad)
    found[BROAD] = [(key, str(label)) for key, label in BroadSector.choices if key in broadly]
    return found


def _filters(
    question: Question,
    words: Words,
    relations: Iterable[tuple[int, str]],
    membership: Membership,
) -> Iterable[Filter]:
    yield _filter("relation", _("Kind of tie"), relations, [question.relation], is_single=True)
    levels = [(level.value, level.label) for level in Level if level]
    yield _filter("level", _("At least"), levels, [str(question.level)], is_single=True)
    yield _filter("sector", _("Sector"), words[Vocabulary.SECTOR], question.sector)
    if words[BROAD]:
        yield _filter(BROAD, _("Broad sector"), words[BROAD], question.broad)
    for vocabulary, label, chosen in (
        (Vocabulary.AREA, _("Area"), question.area),
        (Vocabulary.TAG, _("Tag"), question.tag),
    ):
        if words[vocabulary]:
            yield _filter(vocabulary.value, label, words[vocabulary], chosen)
    for narrower in narrowers():
        if choices := list(narrower.choices(membership)):
            yield _filter(narrower.name, narrower.label, choices, question.chosen(narrower.name))


def _filter(
    name: str,
    label: str,
    choices: Iterable[tuple[int | str, object]],
    chosen: Iterable[str],
    *,
    is_single: bool = False,
) -> Filter:
    made = tuple(Choice(str(pk), str(text), str(pk) in chosen) for pk, text in choices)
    return Filter(name, label, made, is_single=is_single)
