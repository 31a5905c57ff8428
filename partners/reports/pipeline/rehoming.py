"""What must find a new home when a partner leaves, each thing with who has it: one query."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import CharField, DateField, F, QuerySet, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce

from common.database.unions import as_rows, united
from partners.models import Organisation

SHOWN = 12
Rows = Callable[[int, date], QuerySet]


@dataclass(frozen=True)
class Thing:
    """One thing to re-home. `owner` is who has it today, empty if nobody; `day` by when it is due."""

    kind: str
    pk: str
    words: str
    owner: str
    day: date | None


@dataclass(frozen=True)
class Group:
    """`address` is the page on which the things are dealt with; `of` says whose id it takes.

    `keys` names the columns that it answers for, such as "partners.Service.organisation".
    """

    kind: str
    title: Any
    what: Any
    address: str
    of: str
    keys: tuple[str, ...]
    things: tuple[Thing, ...] = ()

    @property
    def more(self) -> int:
        """How many a page counts and does not name."""
        return max(len(self.things) - SHOWN, 0)


THEIRS, THING, NOBODY = "theirs", "thing", "nobody"

_HELD: list[tuple[Group, Rows]] = []


def also_rehome(group: Group, rows: Rows) -> None:
    """Every app in which partners hold things says so once for each group, when it is ready.

    `rows` answers what `part` makes, with the kind of the group.
    """
    _HELD.append((group, rows))


def all_groups() -> list[Group]:
    return [group for group, _rows in _HELD]


def rehoming(organisation: Organisation, *, on: date) -> list[Group]:
    """Only the groups in which there is something. The keeper is not asked for here."""
    asked = united(rows(organisation.pk, on) for _group, rows in _HELD)
    found = [Thing(*row) for row in asked]
    things = sorted(found, key=lambda one: (one.day or date.max, one.words.casefold(), one.pk))
    groups = [
        replace(group, things=tuple(thing for thing in things if thing.kind == group.kind))
        for group in all_groups()
    ]
    return [group for group in groups if group.things]


def part(
    kind: str,
    rows: QuerySet,
    words: Combinable,
    *,
    owner: str = "",
    day: str = "",
    pk: str = "pk",
) -> QuerySet:
    """In the columns of `Thing`. `owner`, `day` and `pk` are names of columns."""
    return as_rows(
        rows.order_by(),
        kind=Value(kind, CharField()),
        pk=Cast(F(pk), CharField()),
        words=Cast(words, CharField()),
        owner=Coalesce(Cast(F(owner) if owner else Value(""), CharField()), Value("")),
        day=Cast(F(day) if day else Value(None), DateField()),
    )
