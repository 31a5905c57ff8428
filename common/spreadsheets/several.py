"""Several values in one cell: parted by marks, and in quotes where a value has such a mark in it.

"Acorn; Oak" are two, and so are `"Acorn; the first"; Oak`. A quote within quotes is doubled, as in CSV.
"""

import re
from collections.abc import Iterable

SEPARATOR = "; "
MARKS = r";|\n•·"
_BREAK = re.compile(f"[{MARKS}]+")
# A value in quotes from one mark, or the beginning, to the next, or the end: "Acorn; the ""first"""
_QUOTED = re.compile(rf'(?:^|(?<=[{MARKS},]))[ \t]*"((?:[^"]|"")+)"[ \t]*(?=$|[{MARKS},])')


def together(values: Iterable[object]) -> str:
    """One cell from which `parts` takes every value as it was."""
    return SEPARATOR.join(_quoted(str(value)) for value in values)


def parts(text: str) -> list[tuple[str, bool]]:
    """The values in their order, and whether each stood in quotes: then no mark in it parts it further."""
    found: list[tuple[str, bool]] = []
    end = 0
    for match in _QUOTED.finditer(text):
        found += _plain(text[end : match.start()])
        found.append((match[1].replace('""', '"'), True))
        end = match.end()
    return found + _plain(text[end:])


def _plain(text: str) -> list[tuple[str, bool]]:
    return [(piece, False) for piece in _BREAK.split(text) if piece.strip(" ,\t")]


def _quoted(value: str) -> str:
    is_parted = _BREAK.search(value) or '"' in value
    return '"' + value.replace('"', '""') + '"' if is_parted else value
