"""Which row holds the headings, and a name for every column."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from common.spreadsheets.table import KnownHeading, Row, column_letter

_LONGEST_HEADING = 60
# No heading is an e-mail address or a phone number: "ana@oak.example", "+1 (410) 555-0100".
_ADDRESS_OR_NUMBER = re.compile(
    r"\s*([^@\s]+@[^@\s]+\.[a-z]+|\+?[(\d][\d\s().-]{8,}\d)\s*", re.IGNORECASE
)
_CLOSE = 0.8  # of the best score: the first row this close wins, for headings stand above content


def find_header_row(top: Sequence[Row], *, known_heading: KnownHeading | None = None) -> int:
    """The number of the row that looks most like headings among the first rows with content.

    Headings fill most columns, differ from each other and are short words. Titles fill one or two
    columns; content repeats itself and has numbers, addresses and sentences. A single
    row is taken for headings; 0 when there is none, or when the row holds what only content does.
    """
    width = _usual_width(top)
    scores = [
        _score(row, width=width, known_heading=known_heading)
        for row in top[:-1] or top  # the last row cannot have content beneath it
    ]
    if not scores:
        return 0
    enough = max(scores) * _CLOSE
    best = next(row for row, score in zip(top, scores, strict=False) if score >= enough)
    return 0 if any(map(_ADDRESS_OR_NUMBER.fullmatch, best.cells)) else best.number


def _usual_width(top: Sequence[Row]) -> int:
    """Filled cells in all but the fullest quarter of rows, where notes spill over the edge."""
    widths = sorted(sum(map(bool, row.cells)) for row in top)
    return max(1, widths[len(widths) * 3 // 4] if widths else 1)


def _score(row: Row, *, width: int, known_heading: KnownHeading | None) -> float:
    """Between 0 and 2.25, and up to 2 more when the caller knows the headings."""
    texts = [text for text in row.cells if text]
    filled = min(1.0, len(texts) / width) ** 0.5  # lenient, for some columns are never named
    distinct = len({text.casefold() for text in texts}) / len(texts)
    like_words = sum(map(_looks_like_heading, texts)) / len(texts)
    known = sum(map(known_heading, texts)) / width if known_heading else 0.0
    return filled * (1.5 * distinct + 0.75 * like_words) + 2 * min(1.0, known)


def _looks_like_heading(text: str) -> bool:
    has_letters = any(character.isalpha() for character in text)
    is_address = "@" in text or "://" in text or text.startswith("www.")
    return has_letters and not is_address and len(text) <= _LONGEST_HEADING


def column_names(headings: Sequence[str]) -> list[str]:
    """One name for each heading, unlike all others whatever its case.

    ["Phone", "phone", ""] → ["Phone", "phone (2)", "Column C"]
    """
    names: list[str] = []
    taken = {_one_line(heading).casefold() for heading in headings}
    seen: set[str] = set()
    for position, heading in enumerate(headings):
        name = _one_line(heading) or _("Column %(letter)s") % {"letter": column_letter(position)}
        names.append(_unlike(name, seen=seen, taken=taken))
        seen.add(names[-1].casefold())
    return names


def _one_line(heading: str) -> str:
    return " ".join(heading.split())


def _unlike(name: str, *, seen: set[str], taken: set[str]) -> str:
    if name.casefold() not in seen:
        return name
    number = 2
    while (numbered := f"{name} ({number})").casefold() in seen | taken:
        number += 1
    return numbered
