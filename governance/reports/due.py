"""Everything that waits in how the coalition works, of every kind at once: one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    F,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce

from accounts.models import Membership
from accounts.permissions import Role
from common.database.counting import counted
from common.database.prepared import prepared
from common.database.unions import as_rows, united
from governance.reports.bodies.due import MATTERS as BODIES
from governance.reports.charter.due import MATTERS as CHARTER
from governance.reports.communication.due import MATTERS as COMMUNICATION
from governance.reports.joining.due import MATTERS as JOINING
from governance.reports.matters import Asked, Matter, Row
from governance.reports.power.due import MATTERS as POWER
from governance.reports.seats.due import MATTERS as SEATS
from governance.reports.succession.due import MATTERS as SUCCESSION
from governance.reports.words.due import MATTERS as WORDS

SHOWN = 3  # of each kind; the rest stands on its page

# In the order in which the home page tells of them.
MATTERS: tuple[Matter, ...] = (
    *SEATS,
    *SUCCESSION,
    *BODIES,
    *POWER,
    *CHARTER,
    *COMMUNICATION,
    *JOINING,
    *WORDS,
)


@dataclass(frozen=True)
class Waiting:
    """The rows of one kind, the most urgent first."""

    matter: Matter
    rows: list[Row]


def waiting(membership: Membership, *, on: date) -> list[Waiting]:
    """What waits for a member, kind by kind; kinds of which nothing waits are left out."""
    if not _theirs(membership.role):
        return []
    asked = {"coalition": membership.coalition_id, "person": membership.person_id, "on": on}
    rows = [Row(*row) for row in _due.ask(membership.role, **asked)]
    kinds = [
        Waiting(matter, _of(rows, matter))
        for matter in MATTERS
        if matter in _theirs(membership.role)
    ]
    return [kind for kind in kinds if kind.rows]


def _theirs(role: str) -> list[Matter]:
    may = Role(role).permissions
    return [matter for matter in MATTERS if matter.permission in may]


def _of(rows: Iterable[Row], matter: Matter) -> list[Row]:
    here = [row for row in rows if row.matter == matter.key]
    return sorted(here, key=lambda row: (row.on or date.max, row.name, row.ref))


@prepared
def _due(role: str, **asked: Any) -> QuerySet:
    return united(_part(matter, matter.rows(Asked(**asked))) for matter in _theirs(role))


def _part(matter: Matter, rows: QuerySet) -> QuerySet:
    return as_rows(
        rows,
        most=SHOWN,
        matter=Value(matter.key, CharField()),
        ref=Cast(_column(matter.ref), BigIntegerField()),
        on=Cast(_column(matter.on), DateField()),
        name=_text(matter.name),
        words=_text(matter.words),
        number=counted(rows),
    )


def _column(told: Any) -> Any:
    return F(told) if isinstance(told, str) else Value(None) if told is None else told


def _text(told: Any) -> Coalesce:
    words = Value("") if told == "" else _column(told)
    return Coalesce(Cast(words, TextField()), Value("", TextField()))
