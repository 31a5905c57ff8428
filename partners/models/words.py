"""How typed words are compared with the words by which an organisation is found."""

import re

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Func, Q, TextField, Value
from django.db.models.functions import Greatest

# Three letters are what the trigram index can look up inside a word. Fewer are looked up where a word
# begins: "ka" finds "Kaiser" and "(KA)", not "Alaska".
INSIDE_WORDS = 3
BEGINNING = r"(^|[ \n(/.@-])"


def plain(text: str) -> Func:
    """The text without accents and capitals, as the search entries hold it."""
    return Func(Value(text), function="plain_text", output_field=TextField())


def said_in(columns: list[str], word: str) -> Q:
    """The word stands in at least one of the columns."""
    if len(word) >= INSIDE_WORDS:
        return _any(columns, "contains", plain(word))
    return _any(columns, "regex", plain(BEGINNING + re.escape(word)))


def resembled_in(columns: list[str], word: str) -> Q:
    """One of the columns holds something that is spelt nearly like the word."""
    return _any(columns, "trigram_word_similar", plain(word))


def closeness(columns: list[str], word: str) -> Func:
    """How nearly the word is spelt like something in the columns, from 0 to 1."""
    measures = [TrigramWordSimilarity(plain(word), column) for column in columns]
    return Greatest(*measures) if len(measures) > 1 else measures[0]


def _any(columns: list[str], lookup: str, words: Func) -> Q:
    conditions = (Q(**{f"{column}__{lookup}": words}) for column in columns)
    return Q.create(list(conditions), connector=Q.OR)
