"""Entries in one cell, each with a mark in brackets and a note behind a colon, read back as they were told.

"Cooking (does it well): also in Somali; Vans" are two. What has such a sign in it stands in quotes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from common.spreadsheets.several import parts, together

_SIGNS = re.compile(r'[(:"]')
# `"Vans: 3 (blue)" (does it well): by day`, or without quotes.
_ENTRY = re.compile(
    r'(?:"(?P<quoted>(?:[^"]|"")+)"|(?P<words>[^(:"]+?))'
    r"\s*(?:\((?P<mark>[^)]*)\))?\s*(?::\s*(?P<note>.+))?",
    re.DOTALL,
)


@dataclass(frozen=True)
class Entry:
    words: str
    mark: str = ""
    note: str = ""

    def __str__(self) -> str:
        words = '"' + self.words.replace('"', '""') + '"'
        told = words if _SIGNS.search(self.words) else self.words
        told += f" ({self.mark})" if self.mark else ""
        return f"{told}: {self.note}" if self.note else told


def in_a_cell(entries: Iterable[Entry]) -> str:
    return together(entries)


def entries_in(cell: str) -> list[Entry]:
    """In their order; a piece that is no entry is left out."""
    found = (_ENTRY.fullmatch(piece.strip()) for piece, _is_quoted in parts(cell))
    return [
        Entry(
            match["words"] or match["quoted"].replace('""', '"'),
            match["mark"] or "",
            match["note"] or "",
        )
        for match in found
        if match
    ]
