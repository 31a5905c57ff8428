"""What can wait in how the coalition works: a term that ends, a charter to review."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import DateField, DurationField, ExpressionWrapper, QuerySet, Value
from django.db.models.functions import Cast
from django.urls import reverse

from accounts.permissions import Permission
from common.database.blanks import Blank


def all_at(name: str) -> Callable[[str], str]:
    """The page of a coalition at which all of a kind stand, by the name of its address."""
    return lambda slug: reverse(f"governance:{name}", args=[slug])


def days_from(on: date | Blank, days: int) -> ExpressionWrapper:
    """That many days after `on`, which may be a blank."""
    start = Cast(on if isinstance(on, Blank) else Value(on), DateField())
    span = Value(timedelta(days=days), DurationField())
    return ExpressionWrapper(Cast(start + span, DateField()), output_field=DateField())


@dataclass(frozen=True)
class Asked:
    """For whom, and on which day. In a prepared question these are blanks that are filled in later."""

    coalition: int | Blank
    person: int | Blank
    on: date | Blank


@dataclass(frozen=True)
class Row:
    """One thing that waits. `ref` leads to its page; `number` is how many of its kind there are in all."""

    matter: str
    ref: int
    on: date | None
    name: str
    words: str
    number: int


@dataclass(frozen=True)
class Told:
    """A row as a line of the home page: why it waits, and the button that settles it."""

    title: str
    url: str
    reason: str
    verb: str
    verb_url: str
    is_pressing: bool = False


@dataclass(frozen=True)
class Matter:
    """One kind of what waits, for members who hold `permission`.

    `rows` answers a queryset in the order of urgency, and `name`, `words` and `on` say by which of its
    columns a row is told; `told(row, slug=…, on=…)` makes a line of it, and all of them stand at
    `page(slug)`.
    """

    key: str
    title: Any
    permission: Permission
    rows: Callable[[Asked], QuerySet[Any]]
    told: Callable[..., Told]
    page: Callable[[str], str]
    name: Any
    words: Any = ""
    on: Any = None
    ref: Any = "pk"
