"""How many partners each answer of each filter would leave, and how many stand in each group: one query.

A filter's own answers are counted without the filter itself: who has chosen Housing sees how many
Education would show instead. So there is one set of organisations for each filter that is set, and one
for all others together. A set of more than COUNTED is not counted, for that would cost more than the page;
`is_exact` counts it all the same, when somebody asks.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection

from accounts.models import Membership
from common.database.blanks import Blank, Blanks, filled
from common.database.counting import COUNTED
from common.database.plans import Kept
from partners.models import OwnField, Vocabulary
from partners.models.organisation_queries import OrganisationQuerySet
from partners.reports.listing import own_filters
from partners.reports.listing.abilities import GOVERNMENT, THEIRS_ONLY
from partners.reports.listing.arrangements import KIND, OWNER
from partners.reports.listing.facet_sql import (
    BROADLY,
    BY,
    FOUND,
    GROUPED,
    IDS,
    NOBODY_AT_ALL,
    WITHOUT_BROAD,
    WITHOUT_TERM,
    by_term,
    table_of,
)
from partners.reports.listing.own_facets import OwnFacet, counted_among, counting
from partners.reports.listing.questions import (
    BROAD,
    RETIRED_TOO,
    Question,
    Shape,
    told_by,
)

Statement = tuple[str, tuple[Any, ...]]  # with blanks among its parameters
Counted = tuple[str, str, str, int]  # what, value, its words, how many


@dataclass(frozen=True)
class Counts:
    """`found` stops at COUNTED + 1. A filter that was not counted has no entry in `facets`.

    `groups` holds for each value its words and how many there are, exactly. `ids` are all that were found,
    where one page shows them: they need not be looked for again.
    """

    found: int
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    ids: tuple[int, ...] = ()

    def of(self, name: str, value: str) -> int | None:
        """How many one answer of a filter would leave, if they were counted."""
        facet = self.facets.get(name)
        return None if facet is None else facet.get(value, 0)


FACETS = (KIND, *Vocabulary.values, BROAD, OWNER, "people", "retired", GOVERNMENT)


def counts_of(
    question: Question,
    *,
    membership: Membership,
    term_ids: dict[str, list[int]],
    own_fields: Sequence[OwnField],
    group: str = "",
    is_exact: bool = False,
) -> Counts:
    """Count what a question finds, its filters' answers and its groups."""
    asking = _Asking(
        Shape.of(question, membership=membership),
        _chosen(question),
        group,
        None if is_exact else COUNTED,
        counted_among(own_fields, question.own),
        frozenset(question.own),
    )
    told = told_by(question, membership=membership, term_ids=term_ids)
    if asking.is_planned_once:
        statement = _kept(asking).asked_with(told, connection)
    else:
        # What is asked of a coalition's own fields has no shape: it is written anew each time.
        text, parameters = (
            _written(asking, question.own, own_fields) if question.own else _statement(asking)
        )
        statement = text, filled(parameters, told)
    with connection.cursor() as cursor:
        cursor.execute(*statement)
        rows: list[Counted] = cursor.fetchall()
    return _counts(rows, asking)


def _chosen(question: Question) -> tuple[str, ...]:
    """The filters that are set."""
    return tuple(name for name in FACETS if question.chosen(name))


def _counts(rows: list[Counted], asking: "_Asking") -> Counts:
    facets: dict[str, dict[str, int]] = defaultdict(dict)
    sizes, groups = {}, {}
    ids: tuple[int, ...] = ()
    for what, value, words, number in rows:
        if what == "size":
            sizes[value] = number
        elif what == "ids":
            ids = tuple(map(int, value.split(",")))
        elif what == "group":
            groups[value] = (words, number)
        else:
            facets[what][value] = number
    known = {
        name: facets.get(name, {})
        for name in (*FACETS, *(facet.name for facet in asking.own))
        if asking.is_exact or sizes.get(name, sizes[FOUND]) <= COUNTED
    }
    return Counts(sizes[FOUND], known, groups, ids)


@dataclass(frozen=True)
class _Asking:
    """The shape of the one statement. `limit` is how many are counted, None for all."""

    shape: Shape
    chosen: tuple[str, ...]
    group: str
    limit: int | None
    own: tuple[OwnFacet, ...] = ()
    own_asked: frozenset[str] = frozenset()  # parameters of own fields in the address

    @property
    def is_exact(self) -> bool:
        return self.limit is None

    @property
    def is_planned_once(self) -> bool:
        """One plan suits rare and common words, as it stops at COUNTED; the best under a filter differs."""
        return not (self.is_exact or self.group or self.own_asked or self.shape.is_filtered)

    def sets(self) -> dict[str, Shape]:
        """What is found, and for each filter that is set what would be found without it."""
        others = {name: self.shape.without(name) for name in self.chosen}
        return {FOUND: self.shape, **others, "retired": replace(self.shape, retired=RETIRED_TOO)}

    def counted(self) -> list[str]:
        sets = self.sets()
        return [
            *(f"SELECT 'size', '{name}', '', {self._size(name)}" for name in sets),
            IDS,
            *(self._facet(name, name if name in sets else FOUND) for name in BY),
            *(self._terms([name], name) for name in Vocabulary.values if name in sets),
            self._terms([name for name in Vocabulary.values if name not in sets], FOUND),
            *self._own_facets(),
        ]

    @property
    def own_chosen(self) -> tuple[OwnFacet, ...]:
        return tuple(facet for facet in self.own if facet.name in self.own_asked)

    def _own_facets(self) -> list[str]:
        """Those that are not set are counted together, each other over what is found without it."""
        others = [facet for facet in self.own if facet not in self.own_chosen]
        parts = counting(others, table_of(FOUND), where=self._is_small(FOUND))
        for facet in self.own_chosen:
            parts.append(f"SELECT 'size', '{facet.name}', '', {self._size(facet.table)}")
            small = self._is_small(facet.table)
            parts += counting([facet], table_of(facet.table), where=small)
        return parts

    def _size(self, of_set: str) -> str:
        """A set without a filter holds what is found and more: when that is too many, it is not read."""
        counted = f"(SELECT count(*) FROM {table_of(of_set)})"
        if self.is_exact or of_set == FOUND:
            return counted
        found = self._size(FOUND)
        return f"(CASE WHEN {found} > {self.limit} THEN {found} ELSE {counted} END)"

    def _facet(self, name: str, of_set: str) -> str:
        small = self._is_small(of_set)
        voice = "" if self.shape.reads_notes else THEIRS_ONLY
        return BY[name].format(
            table=table_of(of_set), where=f"WHERE {small}" if small else "", voice=voice
        )

    def _terms(self, vocabularies: Sequence[str], of_set: str) -> str:
        """The lists whose filters are not set are counted together, over what is found."""
        return by_term(vocabularies, table_of(of_set), where=self._is_small(of_set))

    def _is_small(self, of_set: str) -> str:
        return "" if self.is_exact else f"{self._size(of_set)} <= {self.limit}"

    def groups(self) -> list[Statement]:
        if not self.group:
            return []
        if self.group == BROAD:
            return self._broad_groups()
        if self.group not in Vocabulary.values:
            return [(GROUPED[self.group], ())]
        if self.group in self.shape.terms:
            named = by_term([self.group], "everyone", what="group", where="t.id IN (%s)")
            return [(named, (Blank(self.group),))]
        grouped = by_term([self.group], "everyone", what="group")
        return [(grouped, ()), (WITHOUT_TERM.format(self.group), ())]

    def _broad_groups(self) -> list[Statement]:
        """Under a filter by broad sectors only the groups that it names."""
        if BROAD in self.shape.terms:
            named = BROADLY.format(what="group", table="everyone", where="AND t.id IN (%s)")
            return [(named, (Blank(BROAD),))]
        grouped = BROADLY.format(what="group", table="everyone", where="")
        return [(grouped, ()), (WITHOUT_BROAD, ())]


@lru_cache(maxsize=500)
def _statement(asking: _Asking) -> Statement:
    """Each shape is written once."""
    return _written(asking, {}, ())


@lru_cache(maxsize=500)
def _kept(asking: _Asking) -> Kept:
    return Kept(*_statement(asking))


def _written(asking: _Asking, own: own_filters.Asked, own_fields: Sequence[OwnField]) -> Statement:
    limit = None if asking.limit is None else asking.limit + 1
    rows = {
        table_of(name): (own_filters.narrowed(shape.rows(Blanks()), own, own_fields), limit)
        for name, shape in asking.sets().items()
    }
    for facet in asking.own_chosen:
        others = {name: told for name, told in own.items() if name != facet.name}
        without = own_filters.narrowed(asking.shape.rows(Blanks()), others, own_fields)
        rows[table_of(facet.table)] = without, limit
    if asking.group:
        rows["everyone"] = rows[table_of(FOUND)][0], None
    tables = [_as_table(name, *asked) for name, asked in rows.items()]
    counted = [*((each, ()) for each in asking.counted()), *asking.groups()]
    text = f"WITH {', '.join(sql for sql, _ in tables)} {' UNION ALL '.join(sql for sql, _ in counted)}"
    return text, tuple(value for _sql, told in [*tables, *counted] for value in told)


def _as_table(name: str, rows: OrganisationQuerySet, limit: int | None) -> Statement:
    columns = rows.order_by().values_list("pk", "kind", "owner_id", "retired_on")[:limit]
    try:
        sql, told = columns.query.sql_with_params()
    except EmptyResultSet:
        sql, told = NOBODY_AT_ALL, ()
    return f"{name} (id, kind, owner_id, retired_on) AS MATERIALIZED ({sql})", tuple(told)
