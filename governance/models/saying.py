"""Rows in whose words something is said, whatever its accents and capitals."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from django.db import models
from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Concat

from partners.models.search.words import said_in

Q = TypeVar("Q", bound=models.QuerySet)


def saying(rows: Q, words: Iterable[str], *, columns: Sequence[str]) -> Q:
    """Those in whose columns, taken together, every word stands; all of them for no word."""
    spaced = [part for column in columns for part in (F(column), Value(" "))]
    together = Concat(*spaced, output_field=TextField())
    rows = rows.alias(said=Func(together, function="plain_text", output_field=TextField()))
    for word in words:
        rows = rows.filter(said_in(["said"], word))
    return rows
