"""Lists that people put in order: each row has a `position`, and a press takes it one place further."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.http import HttpRequest

EARLIER, LATER = -1, 1


def step_in(request: HttpRequest) -> int:
    """Which of the two buttons beside a row was pressed."""
    return EARLIER if request.POST.get("step") == "earlier" else LATER


def move_among(rows: Iterable[Any], row: models.Model, *, step: int, first: int = 1) -> None:
    """Write `row` one place earlier or later; at either end, or not among them any more, nothing happens.

    `rows` come in their order, and whoever calls holds a lock on the list. They are numbered from `first`.
    """
    order = list(rows)
    here = next((place for place, one in enumerate(order) if one.pk == row.pk), None)
    if here is None or not 0 <= here + step < len(order):
        return
    order.insert(here + step, order.pop(here))
    for position, one in enumerate(order, start=first):
        one.position = position
    type(row)._default_manager.bulk_update(order, ["position"])  # noqa: SLF001 - Django's own door


def last_position(rows: models.QuerySet) -> int:
    """The place of the last row of a list that is numbered from 1; 0 when it is empty."""
    return rows.aggregate(last=models.Max("position"))["last"] or 0
