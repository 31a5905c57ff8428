"""Organisations as they are searched for: by what is said of them, by what may have been meant."""

from collections.abc import Iterable
from typing import Any, Self

from django.db.models import Case, Q, Value, When

from partners.models.merged import MergedQuerySet
from partners.models.search.spelling import Misspelt
from partners.models.search.words import Sought, closeness, plain, resembled_in, said_in


def searched(*, people_too: bool) -> list[str]:
    """The columns of a search: who may not see people's addresses cannot find by them either."""
    return ["search__names", "search__people"] if people_too else ["search__names"]


class FoundQuerySet(MergedQuerySet):
    def saying(self, words: Iterable[str | Sought], *, people_too: bool) -> Self:
        """Those in whose names, tags, identifiers or website every word occurs.

        With `people_too` the names and e-mail addresses of their contacts count as well.
        """
        columns = searched(people_too=people_too)
        rows = self
        for word in words:
            rows = rows.filter(said_in(columns, word))
        return rows

    def resembling(self, words: Iterable[Misspelt], *, people_too: bool) -> Self:
        """Those with something that every word may have meant, the nearest first."""
        columns = searched(people_too=people_too)
        rows = self
        nearness: Any = Value(0.0)
        for word in words:
            rows = rows.filter(resembled_in(columns, word))
            nearness = nearness + closeness(columns, word.text)
        return rows.order_by(nearness.desc(), "sort_name", "pk")

    def named_first(self, words: Iterable[str]) -> Self:
        """Those whose own name says every word, then those that say it elsewhere; both by name."""
        named = Q()
        for word in words:
            named &= Q(sort_name__contains=plain(word))
        place = Case(When(named, then=Value(0)), default=Value(1))
        return self.order_by(place, "sort_name", "pk")
