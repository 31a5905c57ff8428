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
from partners.models import OwnField, Vocabulary
from partners.models.organisation_queries import OrganisationQuerySet
from partners.reports.listing import own_filters
from partners.reports.listing.abilities import GOVERNMENT, GOVERNMENTS, THEIRS_ONLY
from partners.reports.listing.arrangements import KIND, OWNER
from partners.reports.listing.own_facets import OwnFacet, counted_among, counting
from partners.reports.listing.questions import (
    BROAD,
    NOBODY,
    RETIRED_ONLY,
    RETIRED_TOO,
    Question,
    Shape,
    told_by,
)

NONE = ""  # the group of those that are in no other
FOUND = "found"
NOBODY_AT_ALL = "SELECT NULL::bigint, NULL::text, NULL::bigint, NULL::date WHERE false"
Statement = tuple[str, tuple[Any, ...]]  # with blanks among its parameters
Counted = tuple[str, str, str, int]  # what, value, its words, how many


@dataclass(frozen=True)
class Counts:
    """`found` stops at COUNTED + 1. A filter that was not counted has no entry in `facets`.

    `groups` holds for each value its words and how many there are, exactly.
    """

    found: int
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, int]] = field(default_factory=dict)

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
    # What is asked of a coalition's own fields has no shape: it is written anew each time.
    text, parameters = (
        _written(asking, question.own, own_fields) if question.own else _statement(asking)
    )
    told = told_by(question, membership=membership, term_ids=term_ids)
    with connection.cursor() as cursor:
        cursor.execute(text, filled(parameters, told))
        rows: list[Counted] = cursor.fetchall()
    return _counts(rows, asking)


def _chosen(question: Question) -> tuple[str, ...]:
    """The filters that are set."""
    return tuple(name for name in FACETS if question.chosen(name))


def _counts(rows: list[Counted], asking: "_Asking") -> Counts:
    facets: dict[str, dict[str, int]] = defaultdict(dict)
    sizes, groups = {}, {}
    for what, value, words, number in rows:
        if what == "size":
            sizes[value] = number
        elif what == "group":
            groups[value] = (words, number)
        else:
            facets[what][value] = number
    known = {
        name: facets.get(name, {})
        for name in (*FACETS, *(facet.name for facet in asking.own))
        if asking.is_exact or sizes.get(name, sizes[FOUND]) <= COUNTED
    }
    return Counts(sizes[FOUND], known, groups)


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

    def sets(self) -> dict[str, Shape]:
        """What is found, and for each filter that is set what would be found without it."""
        others = {name: self.shape.without(name) for name in self.chosen}
        return {FOUND: self.shape, **others, "retired": replace(self.shape, retired=RETIRED_TOO)}

    def counted(self) -> list[str]:
        sets = self.sets()
        return [
            *(f"SELECT 'size', '{name}', '', {self._size(name)}" for name in sets),
            *(self._facet(name, name if name in sets else FOUND) for name in _BY),
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
        parts = counting(others, _table(FOUND), where=self._is_small(FOUND))
        for facet in self.own_chosen:
            parts.append(f"SELECT 'size', '{facet.name}', '', {self._size(facet.table)}")
            small = self._is_small(facet.table)
            parts += counting([facet], _table(facet.table), where=small)
        return parts

    def _size(self, of_set: str) -> str:
        """A set without a filter holds what is found and more: when that is too many, it is not read."""
        counted = f"(SELECT count(*) FROM {_table(of_set)})"
        if self.is_exact or of_set == FOUND:
            return counted
        found = self._size(FOUND)
        return f"(CASE WHEN {found} > {self.limit} THEN {found} ELSE {counted} END)"

    def _facet(self, name: str, of_set: str) -> str:
        small = self._is_small(of_set)
        voice = "" if self.shape.reads_notes else THEIRS_ONLY
        return _BY[name].format(
            table=_table(of_set), where=f"WHERE {small}" if small else "", voice=voice
        )

    def _terms(self, vocabularies: Sequence[str], of_set: str) -> str:
        """The lists whose filters are not set are counted together, over what is found."""
        return _by_term(vocabularies, _table(of_set), where=self._is_small(of_set))

    def _is_small(self, of_set: str) -> str:
        return "" if self.is_exact else f"{self._size(of_set)} <= {self.limit}"

    def groups(self) -> list[Statement]:
        if not self.group:
            return []
        if self.group == BROAD:
            return self._broad_groups()
        if self.group not in Vocabulary.values:
            return [(_GROUPED[self.group], ())]
        if self.group in self.shape.terms:
            named = _by_term([self.group], "everyone", what="group", where="t.id IN (%s)")
            return [(named, (Blank(self.group),))]
        grouped = _by_term([self.group], "everyone", what="group")
        return [(grouped, ()), (_WITHOUT_TERM.format(self.group), ())]

    def _broad_groups(self) -> list[Statement]:
        """Under a filter by broad sectors only the groups that it names."""
        if BROAD in self.shape.terms:
            named = _BROADLY.format(what="group", table="everyone", where="AND t.id IN (%s)")
            return [(named, (Blank(BROAD),))]
        grouped = _BROADLY.format(what="group", table="everyone", where="")
        return [(grouped, ()), (_WITHOUT_BROAD, ())]


@lru_cache(maxsize=500)
def _statement(asking: _Asking) -> Statement:
    """Each shape is written once."""
    return _written(asking, {}, ())


def _written(asking: _Asking, own: own_filters.Asked, own_fields: Sequence[OwnField]) -> Statement:
    limit = None if asking.limit is None else asking.limit + 1
    rows = {
        _table(name): (own_filters.narrowed(shape.rows(Blanks()), own, own_fields), limit)
        for name, shape in asking.sets().items()
    }
    for facet in asking.own_chosen:
        others = {name: told for name, told in own.items() if name != facet.name}
        without = own_filters.narrowed(asking.shape.rows(Blanks()), others, own_fields)
        rows[_table(facet.table)] = without, limit
    if asking.group:
        rows["everyone"] = rows[_table(FOUND)][0], None
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


def _table(name: str) -> str:
    return f"of_{name}"


def _by_term(vocabularies: Sequence[str], table: str, *, what: str = "", where: str = "") -> str:
    """By the name of the term, as the address says it; by its id for a group."""
    also = f" AND {where}" if where else ""
    value = "t.id::text" if what else "t.name"
    kind = f"'{what}'" if what else "t.vocabulary"
    lists = ", ".join(f"'{name}'" for name in vocabularies) or "NULL"
    return f"""SELECT {kind}, {value}, t.name, count(*) FROM {table} s
        JOIN partners_classification c ON c.organisation_id = s.id
        JOIN partners_term t ON t.id = c.term_id
        WHERE t.vocabulary IN ({lists}){also} GROUP BY t.id, t.vocabulary, t.name"""


# An organisation of two sectors that are part of one broad sector counts there once.
_BROADLY = """SELECT '{what}', t.broad_sector, '', count(DISTINCT s.id) FROM {table} s
    JOIN partners_classification c ON c.organisation_id = s.id
    JOIN partners_term t ON t.id = c.term_id
    WHERE t.broad_sector <> '' {where} GROUP BY t.broad_sector"""
_BY = {
    BROAD: _BROADLY.format(what=BROAD, table="(SELECT id FROM {table} {where})", where=""),
    KIND: "SELECT 'kind', kind, '', count(*) FROM {table} {where} GROUP BY kind",
    OWNER: f"""SELECT 'owner', coalesce(owner_id::text, '{NOBODY}'), '', count(*) FROM {{table}}
        {{where}} GROUP BY owner_id""",
    "people": f"""SELECT 'people', '{NOBODY}', '', count(*) FROM
        (SELECT id FROM {{table}} {{where}}) s WHERE NOT EXISTS
        (SELECT FROM partners_contact c WHERE c.organisation_id = s.id AND c.left_on IS NULL)""",
    "retired": f"""SELECT 'retired', unnest(ARRAY['{RETIRED_TOO}', '{RETIRED_ONLY}']), '',
        unnest(ARRAY[count(*), count(retired_on)]) FROM {{table}} {{where}}""",
    GOVERNMENT: GOVERNMENTS,
}
_GROUPED = {
    KIND: "SELECT 'group', kind, '', count(*) FROM everyone GROUP BY kind",
    OWNER: f"""SELECT 'group', coalesce(owner_id::text, '{NONE}'), coalesce(p.full_name, ''), count(*)
        FROM everyone s LEFT JOIN accounts_person p ON p.id = s.owner_id GROUP BY owner_id, p.full_name""",
}
_WITHOUT_TERM = f"""SELECT 'group', '{NONE}', '', count(*) FROM everyone s WHERE NOT EXISTS (SELECT
    FROM partners_classification c JOIN partners_term t ON t.id = c.term_id
    WHERE c.organisation_id = s.id AND t.vocabulary = '{{}}') HAVING count(*) > 0"""
_WITHOUT_BROAD = f"""SELECT 'group', '{NONE}', '', count(*) FROM everyone s WHERE NOT EXISTS (SELECT
    FROM partners_classification c JOIN partners_term t ON t.id = c.term_id
    WHERE c.organisation_id = s.id AND t.broad_sector <> '') HAVING count(*) > 0"""
