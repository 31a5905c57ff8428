"""Which organisations stand on a page of the list: their ids, and how many there are in all."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from django.db.models import QuerySet

from accounts.models import Membership
from common.counting import counted
from common.prepared import prepared
from partners.models import OwnField
from partners.models.organisation_queries import OrganisationQuerySet
from partners.reports import facets
from partners.reports.questions import (
    Question,
    Shape,
    filtered,
    matching,
    may_search_people,
    told_by,
)

PAGE_SIZE = 50


@dataclass(frozen=True)
class Asked:
    """A question with whatever it takes to ask the database."""

    question: Question
    membership: Membership
    term_ids: dict[str, list[int]]
    own_fields: Sequence[OwnField]

    @property
    def _around(self) -> dict[str, Any]:
        return {
            "membership": self.membership,
            "term_ids": self.term_ids,
            "own_fields": self.own_fields,
        }

    @cached_property
    def shape(self) -> Shape:
        return Shape.of(self.question, membership=self.membership)

    @cached_property
    def told(self) -> dict[str, Any]:
        return told_by(self.question, membership=self.membership, term_ids=self.term_ids)

    def rows(self) -> OrganisationQuerySet:
        return matching(self.question, **self._around)

    def nearest(self, words: Sequence[str], fields: tuple[str, ...], *, most: int) -> list[tuple]:
        """Fields of those that pass every filter and are spelt nearly like every word."""
        if self.question.own:
            rows = filtered(self.question, **self._around)
            people_too = may_search_people(self.membership)
            return list(rows.resembling(words, people_too=people_too).values_list(*fields)[:most])
        near = {f"near{n}": word for n, word in enumerate(words)}
        return _nearest.ask(self.shape, len(words), fields, most, **self.told, **near)


@partial(prepared, is_planned_once=False)
def _nearest(shape: Shape, words: int, fields: tuple[str, ...], most: int, **told: Any) -> QuerySet:
    near = [told[f"near{n}"] for n in range(words)]
    rows = shape.filtered(told).resembling(near, people_too=shape.people_too)
    return rows.values_list(*fields)[:most]


@dataclass(frozen=True)
class Look:
    """The rows of a page and one more, in order. `found` stops at one more than is counted."""

    rows: list[tuple]
    found: int | None


def look(asked: Asked, fields: tuple[str, ...], *, page: int | None = None) -> Look:
    """Fields and number in one statement. Behind the last page nothing is known of the number."""
    first = ((page or asked.question.page) - 1) * PAGE_SIZE
    if asked.question.asks_own:
        rows = list(_with_number(asked.rows(), fields, first, facets.COUNTED))
    else:
        rows = _look.ask(asked.shape, fields, first, facets.COUNTED, **asked.told)
    if not rows:
        return Look([], None if first else 0)
    return Look([told for *told, _found in rows], rows[0][-1])


@partial(prepared, is_planned_once=False)
def _look(shape: Shape, fields: tuple[str, ...], first: int, most: int, **told: Any) -> QuerySet:
    return _with_number(shape.rows(told), fields, first, most)


def _with_number(
    rows: OrganisationQuerySet, fields: tuple[str, ...], first: int, most: int
) -> QuerySet:
    found = rows.annotate(found=counted(rows, most=most)).values_list(*fields, "found")
    return found[first : first + PAGE_SIZE + 1]


def page_number(asked: int, count: int, *, is_known: bool) -> int:
    """The last page instead of one behind it, as far as the count is known."""
    if not is_known:
        return max(asked, 1)
    last = max(-(-count // PAGE_SIZE), 1)
    return min(max(asked, 1), last)
