"""What changed between two versions of the charter, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from governance.models import CharterVersion
from governance.models.charter import PARTS

SAME, GONE, NEW = "same", "gone", "new"
# “by a fifth.\n\nMore” is told in eight pieces: by, a blank, a, a blank, fifth, the point, the gap, More.
# An address is one piece, and so is “one-day” or “don’t”.
PIECES = re.compile(r"\n+|[^\S\n]+|https?://\S+|\w+(?:['’\-]\w+)*|[^\w\s]")


@dataclass(frozen=True)
class Run:
    """Words one after the other that are the same in both, gone, or new."""

    kind: str
    words: str


@dataclass(frozen=True)
class Change:
    """One part of the charter that reads otherwise now."""

    title: Any
    runs: list[Run]


def changes_between(before: CharterVersion | None, after: CharterVersion) -> list[Change]:
    """The parts that differ, in the order of the charter; against nothing, every written part is new."""
    told = [(name, getattr(before, name, ""), getattr(after, name)) for name in PARTS]
    return [Change(title_of(name), word_by_word(old, new)) for name, old, new in told if old != new]


def title_of(part: str) -> Any:
    return CharterVersion._meta.get_field(part).verbose_name  # type: ignore[union-attr]  # noqa: SLF001


def word_by_word(before: str, after: str) -> list[Run]:
    """Runs that read as `before` without the new ones, and as `after` without the gone ones.

    A blank between two changed words belongs to the change: “red old” for “blue new” is one change, not two.
    """
    old, new = _pieces(before), _pieces(after)
    told: list[Run] = []
    gone = added = ""
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        is_gap = old[i:j] == [" "] and bool(gone or added)
        if tag == "equal" and not is_gap:
            told += [*_changed(gone, added), Run(SAME, "".join(old[i:j]))]
            gone = added = ""
        else:
            gone, added = gone + "".join(old[i:j]), added + "".join(new[k:m])
    return [*told, *_changed(gone, added)]


def _changed(gone: str, added: str) -> Iterator[Run]:
    if gone:
        yield Run(GONE, gone)
    if added:
        yield Run(NEW, added)


def _pieces(text: str) -> list[str]:
    return PIECES.findall(text.replace("\r\n", "\n"))
