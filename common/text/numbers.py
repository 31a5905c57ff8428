"""A number as people write it, and an id as an address tells it."""

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from django.utils.formats import number_format

# "$ 1,200" and "12 %" are numbers of something; what of is the column's business.
_SIGNS = re.compile(r"[\s$€£%\u00a0\u202f]")
_PLAIN = re.compile(r"[+-]?\d+(?:\.\d+)?|[+-]?\.\d+")
# What a column of ids holds. Longer texts are not even read: int() refuses some thousand digits.
_LARGEST_ID = 2**63 - 1
_DIGITS = len(str(_LARGEST_ID))
_LAST_PAGE = 99_999  # no list has more


def read_id(told: str | None) -> int | None:
    """“17” is 17; None for what no id can be: “²” and “٣” are digits too, and a column has its end."""
    if not told or len(told) > _DIGITS or not (told.isascii() and told.isdecimal()):
        return None
    number = int(told)
    return number if is_id(number) else None


def is_id(number: int) -> bool:
    """Whether a row may have it. The ORM asks so itself; a prepared question does not."""
    return number <= _LARGEST_ID


def read_ids(told: Iterable[str]) -> list[int]:
    """The ids among what an address or a form tells."""
    found = map(read_id, told)
    return [number for number in found if number is not None]


def read_page(told: str | None) -> int:
    """Which page of a list an address asks for; the first one for what no list has."""
    number = read_id(told) or 1
    return number if number <= _LAST_PAGE else 1


def read_number(text: str, *, thousands: str = ",") -> Decimal | None:
    """“1,200.5”, “1 200,5” and “1200.5” are one number; None for what is none, such as “about 20”.

    `thousands` decides where both readings are possible: “1.200” is 1.2, unless it is ".".
    """
    plain = _SIGNS.sub("", text)
    marks = [mark for mark in plain if mark in ".,"]
    if marks:
        plain = _without_groups(plain, marks, thousands=thousands)
    if not _PLAIN.fullmatch(plain):
        return None
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def _without_groups(text: str, marks: list[str], *, thousands: str) -> str:
    """With a point for the decimals and nothing between the thousands."""
    last = marks[-1]
    other = "," if last == "." else "."
    is_group = re.fullmatch(rf"[+-]?\d{{1,3}}(?:\{last}\d{{3}})+", text) is not None
    if is_group and (len(marks) > 1 or last == thousands):
        return text.replace(last, "")
    if marks.count(last) > 1 or not re.fullmatch(
        rf"[+-]?(?:\d*|\d{{1,3}}(?:\{other}\d{{3}})+)\{last}\d+", text
    ):
        return text  # no way of writing a number: it is left to be refused
    return text.replace(other, "").replace(last, ".")


def grouped(number: int) -> str:
    """In the reader's language: 12000 is “12,000”."""
    return number_format(number, use_l10n=True, force_grouping=True)


def written(value: float, places: int) -> str:
    """In the reader's language, rounded: `number_format` alone cuts off, so that 16.67 would be 16.6."""
    return number_format(round(value, places), places)
