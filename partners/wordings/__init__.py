"""The wordings that come with the product, one readable file a language.

A coalition fills its own list from them and changes what it likes; nothing refers back. Another language
is another file beside `en.toml`, with the same sectors under their English names.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

HERE = Path(__file__).parent
USUAL = "en"
OPENING = "[opening]"  # where the letter has the paragraph of its sector


@dataclass(frozen=True)
class Shipped:
    """One wording as it comes. `sector_names` is what its sector may be called; empty is for anybody."""

    purpose: str
    name: str
    language: str
    subject: str
    body: str
    position: int
    sector_names: tuple[str, ...] = ()


def languages() -> list[str]:
    """For which there is a file."""
    return sorted(file.stem for file in HERE.glob("*.toml"))


def shipped_wordings(language: str) -> Iterator[Shipped]:
    """All of one language, or of English where that language has none yet."""
    known = language if language in languages() else USUAL
    told = _read(known)
    for position, entry in enumerate(told["holding"], start=1):
        yield Shipped("holding", entry["name"], known, "", entry["statement"].strip(), position)
    entries = [told["anybody"], *told["sector"]]
    for position, entry in enumerate(entries, start=1):
        names = _names_of(entry["sector"]) if "sector" in entry else ()
        name = entry.get("name") or _name_in(known, entry["sector"])
        yield Shipped("statement", name, known, "", entry["statement"].strip(), position, names)
        letter = told["letter"]
        body = letter["body"].strip().replace(OPENING, entry["opening"].strip())
        yield Shipped("letter", name, known, letter["subject"], body, position, names)


@cache
def _read(language: str) -> dict[str, Any]:
    return tomllib.loads((HERE / f"{language}.toml").read_text(encoding="utf-8"))


def _names_of(sector: str) -> tuple[str, ...]:
    """A coalition has its sectors in the language in which somebody filled its list."""
    found = [sector, *(_name_in(code, sector) for code, _label in settings.LANGUAGES)]
    return tuple(dict.fromkeys(found))


def _name_in(language: str, sector: str) -> str:
    with translation.override(language):
        return gettext(sector)
