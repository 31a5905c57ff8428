"""Rows of several tables as the rows of one question."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import Combinable


def as_rows(
    rows: QuerySet[Any], *, most: int | None = None, **columns: Combinable
) -> QuerySet[Any]:
    """Tuples of these columns, whatever the table calls them; in their order, no more than `most`.

    What is united must agree in number and types of columns: give each a `Cast` or an `output_field`.
    """
    named = {f"told_{name}": value for name, value in columns.items()}
    return rows.annotate(**named).values_list(*named)[:most]


def united(parts: Iterable[QuerySet[Any]]) -> QuerySet[Any]:
    """All rows of all parts, of which there is at least one; nothing is said of their order."""
    first, *others = parts
    return first.union(*others, all=True) if others else first
