"""How typed words are compared with the words by which an organisation is found."""

import re
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Func, Q, TextField, Value
from django.db.models.functions import Greatest

from common.database.blanks import Blank
from partners.models.search.spelling import Misspelt, Slips

# Three letters are what the trigram index can look up inside a word. Fewer are looked up where a word
# begins: "ka" finds "Kaiser" and "(KA)", not "Alaska".
INSIDE_WORDS = 3
# What a person types; the rest of a text pasted by mistake is not looked for.
MOST_WORDS = 8
LONGEST_WORD = 60
BEGINNING = r"(^|[ \n(/.@-])"


def typed_words(typed: str) -> tuple[str, ...]:
    words = typed.replace("\0", "").split()
    return tuple(word[:LONGEST_WORD] for word in words[:MOST_WORDS])


@dataclass(frozen=True)
class Sought:
    """A word as the database looks for it; `text` may be a blank of a prepared question."""

    text: str | Blank
    is_inside: bool

    @classmethod
    def word(cls, word: str) -> "Sought":
        is_inside = len(word) >= INSIDE_WORDS
        return cls(word if is_inside else BEGINNING + re.escape(word), is_inside)


def plain(text: str | Blank) -> Func:
    """The text without accents and capitals, as the search entries hold it."""
    told = text if isinstance(text, Blank) else Value(text)
    return Func(told, function="plain_text", output_field=TextField())


def said_in(columns: list[str], word: str | Sought) -> Q:
    """The word stands in at least one of the columns."""
    sought = word if isinstance(word, Sought) else Sought.word(word)
    return _any(columns, "contains" if sought.is_inside else "regex", plain(sought.text))


def resembled_in(columns: list[str], word: Misspelt) -> Q:
    """One of the columns holds something that may have been meant by the word; asked within `alike()`."""
    if word.slips is Slips.NONE:
        return said_in(columns, Sought(word.text, is_inside=True))
    meant = (Q(**{f"{column}__regex": plain(word.pattern)}) for column in columns)
    if word.slips is not Slips.TWO:
        return Q.create(list(meant), connector=Q.OR)
    alike = (Q(**{f"{column}__trigram_word_similar": plain(word.text)}) for column in columns)
    return Q.create([one & other for one, other in zip(meant, alike, strict=True)], connector=Q.OR)


def closeness(columns: list[str], word: str | Blank) -> Func:
    """How nearly the word is spelt like something in the columns, from 0 to 1."""
    said: Any = plain(word)
    measures = [TrigramWordSimilarity(said, column) for column in columns]
    return Greatest(*measures) if len(measures) > 1 else measures[0]


def _any(columns: list[str], lookup: str, words: Func) -> Q:
    conditions = (Q(**{f"{column}__{lookup}": words}) for column in columns)
    return Q.create(list(conditions), connector=Q.OR)
