"""Words that somebody typed with slips: two letters swapped, one missing, one too many, or a wrong one.

A slip is looked for as what it is. Sharing many groups of three letters, by which PostgreSQL compares
texts, makes no word another one: "marketing" shares as many with "meeting" as "marlyand" with "Maryland".
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum

from django.db import connection, transaction

from common.database.blanks import Blank

# A word of fewer letters is one slip away from too many others; one of more may hold two.
SHORTEST, TWO_SLIPS = 4, 9
# From here on the first letter may be wrong too ("food" is not "wood"), and the end not yet typed.
FIRST_MAY_SLIP, UNFINISHED = 6, 7
# How alike words with two slips are at least (pg_trgm's word similarity, from 0 to 1), by which the index is
# quick to leave out most. One slip leaves more of so long a word: "transprotation" 0.58.
SPELLING = 0.35

LETTERS_BESIDE = ".-'@&/"
BEFORE, BEHIND = "(^|[^[:alnum:]])", "($|[^[:alnum:]])"


class Slips(Enum):
    """How many a word is forgiven."""

    NONE = 0
    ONE = 1
    TWO = 2


@dataclass(frozen=True)
class Misspelt:
    """A typed word and the pattern of what it may mean; both may be blanks of a prepared question."""

    text: str | Blank
    pattern: str | Blank
    slips: Slips

    @classmethod
    def word(cls, word: str) -> "Misspelt":
        slips = _forgiven(word)
        return cls(word, pattern(word, slips), slips)


def pattern(word: str, slips: Slips) -> str:
    """What the word may have meant, as a regular expression of PostgreSQL.

    "fodo" is `fodo|…(f(…|do|…)|ofdo)…`: "food" by one of the alternatives, and as it stands inside a word
    too, since of several words most are spelt well.
    """
    if slips is Slips.NONE:
        return ""
    letters = [re.escape(letter) for letter in word]
    behind = "" if len(word) >= UNFINISHED else BEHIND
    return f"{''.join(letters)}|{BEFORE}({'|'.join(_meant(letters, slips))}){behind}"


@contextmanager
def alike() -> Iterator[None]:
    """Within it, words with two slips are as alike as SPELLING asks."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL pg_trgm.word_similarity_threshold = {SPELLING}")
        yield


def _forgiven(word: str) -> Slips:
    """A number is another number when a figure of it is wrong."""
    if len(word) < SHORTEST or not all(one.isalpha() or one in LETTERS_BESIDE for one in word):
        return Slips.NONE
    return Slips.TWO if len(word) >= TWO_SLIPS else Slips.ONE


def _meant(letters: Sequence[str], slips: Slips) -> list[str]:
    if slips is Slips.TWO:
        return _with_a_slip_in_each_half(letters)
    if len(letters) >= FIRST_MAY_SLIP:
        return _with_a_slip(letters)
    first, *rest = letters
    return [f"{first}({'|'.join(_with_a_slip(rest))})", _swapped(letters[:1], letters[1:])]


def _with_a_slip(letters: Sequence[str]) -> list[str]:
    """One half as it stands, the other with a slip, and so on down to the letter.

    Written like this, the index has whole halves to look up: each slip by itself takes ten times as long.
    """
    if len(letters) == 1:
        return [r"\w?", f".{letters[0]}", f"{letters[0]}."]
    one, other = _halves(letters)
    return [
        f"{''.join(one)}({'|'.join(_with_a_slip(other))})",
        f"({'|'.join(_with_a_slip(one))}){''.join(other)}",
        _swapped(one, other),
    ]


def _with_a_slip_in_each_half(letters: Sequence[str]) -> list[str]:
    one, other = _halves(letters)
    slips = "".join(f"({'|'.join(_with_a_slip(half))})" for half in (one, other))
    return [slips, _swapped(one, other)]


def _halves(letters: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    middle = len(letters) // 2
    return letters[:middle], letters[middle:]


def _swapped(one: Sequence[str], other: Sequence[str]) -> str:
    """With the letters swapped where the two meet: "qu" and "etzla" are "qeutzla"."""
    return "".join([*one[:-1], other[0], one[-1], *other[1:]])
