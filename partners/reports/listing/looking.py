"""Which organisations stand on a page of the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from django.db.models import QuerySet

from accounts.models import Membership
from common.database.prepared import prepared
from partners.models import OwnField
from partners.models.organisation_queries import OrganisationQuerySet
from partners.models.search.spelling import Misspelt, Slips
from partners.reports.listing.questions import (
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

    def nearest(
        self, words: Sequence[Misspelt], fields: tuple[str, ...], *, most: int
    ) -> list[tuple]:
        """Fields of those that pass every filter and may have been meant by every word."""
        if self.question.own:
            rows = filtered(self.question, **self._around)
            people_too = may_search_people(self.membership)
            return list(rows.resembling(words, people_too=people_too).values_list(*fields)[:most])
        near = {f"near{n}": word.text for n, word in enumerate(words)}
        meant = {f"meant{n}": word.pattern for n, word in enumerate(words)}
        slips = tuple(word.slips for word in words)
        return _nearest.ask(self.shape, slips, fields, most, **self.told, **near, **meant)


@partial(prepared, is_planned_once=False)
def _nearest(
    shape: Shape, slips: tuple[Slips, ...], fields: tuple[str, ...], most: int, **told: Any
) -> QuerySet:
    near = [Misspelt(told[f"near{n}"], told[f"meant{n}"], each) for n, each in enumerate(slips)]
    rows = shape.filtered(told).resembling(near, people_too=shape.people_too)
    return rows.values_list(*fields)[:most]


def page_of(asked: Asked, fields: tuple[str, ...], *, number: int) -> list[tuple]:
    """Fields of the organisations of a page and of one more, in order.

    The rows are read where they are found. Behind IN, PostgreSQL may find them anew for every row of the
    table while its statistics are young, and one search takes minutes.
    """
    first = (number - 1) * PAGE_SIZE
    if asked.question.asks_own:
        return list(asked.rows().values_list(*fields)[first : first + PAGE_SIZE + 1])
    ask = _page.ask if asked.shape.words or asked.shape.is_filtered else _plain_page.ask
    return ask(asked.shape, fields, first, PAGE_SIZE + 1, **asked.told)


def _written(shape: Shape, fields: tuple[str, ...], first: int, many: int, **told: Any) -> QuerySet:
    return shape.rows(told).values_list(*fields)[first : first + many]


# The list as it opens is read along its order, whoever asks; what is looked for may be rare or common.
_plain_page = prepared(_written)
_page = prepared(_written, is_planned_once=False)


def page_number(asked: int, count: int, *, is_known: bool) -> int:
    """The last page instead of one behind it, as far as the count is known."""
    if not is_known:
        return max(asked, 1)
    last = max(-(-count // PAGE_SIZE), 1)
    return min(max(asked, 1), last)
