"""Give and take as a table to download: exactly the partners that the page of the same address lists."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from contributions.reports.balance.counting import flag_words
from contributions.reports.balance.overview import Line

PLACES = 2


def headings(*, with_balance: bool) -> list[str]:
    told = [
        _("Partner"),
        _("Given in the last 365 days"),
        _("Benefits received in the last 365 days"),
        _("Support received in the last 365 days"),
    ]
    return [*told, _("Exchange balance"), _("Give and take")] if with_balance else told


def cells(lines: Iterable[Line], *, with_balance: bool) -> Iterator[list[Any]]:
    # Rows are written after the request, when the reader's language is no longer active.
    words = flag_words()
    return _cells(lines, words, with_balance=with_balance)


def _cells(
    lines: Iterable[Line], words: dict[str, str], *, with_balance: bool
) -> Iterator[list[Any]]:
    for one in lines:
        told = [one.name, one.of_kinds, one.benefits, one.support]
        value = one.balance.value
        balance = [value if value is None else round(value, PLACES), words[one.balance.flag]]
        yield [*told, *balance] if with_balance else told
