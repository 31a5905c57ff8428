"""How a row of what is given, or asked for, is changed: as it stands by now, and told in history."""

from typing import Any, TypeVar

from django.db import transaction

from accounts.models import Person
from common.history.tracking import recording
from contributions.models import Contribution, SupportRequest

Row = TypeVar("Row", Contribution, SupportRequest)


def change(
    row: Row, verb: str, *, by: Person, refuse: Any = lambda now: None, **values: Any
) -> Row:
    """Nobody else writes the row meanwhile; `refuse` looks at it as it stands by now."""
    with transaction.atomic():
        now = locked(row)
        refuse(now)
        with recording(verb, by=by):
            for name, value in values.items():
                setattr(now, name, value)
            now.save(update_fields=list(values))
    return now


def locked(row: Row) -> Row:
    return type(row).objects.select_for_update(of=("self",)).get(pk=row.pk)
