"""Between what an own field means in Python and what the database's JSON holds of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import F, Func, JSONField, Value

from partners.models.own_fields.fields import OwnField, OwnValues, Stored

Kind = OwnField.Kind
# JSON numbers pass through floats, which keep so many digits.
MOST_DIGITS = 15


def stored(field: OwnField, value: Any) -> Stored | None:
    """A date as ISO text, a number as a number, choices as their keys; None where nothing is said."""
    if value in (None, "", []):
        return None
    if field.kind == Kind.DATE:
        return value.isoformat()
    if field.kind == Kind.NUMBER:
        return int(value) if value == int(value) else float(value)
    return list(value) if field.kind == Kind.CHOICES else value


def typed(field: OwnField, told: Stored) -> Any:
    """A date, a Decimal, True or False, a text, or the keys of choices; None where nothing is said.

    What does not fit the kind of the field, because somebody wrote it past the forms, says nothing.
    """
    if told is None:
        return None
    try:
        return _READERS.get(field.kind, str)(told)
    except (TypeError, ValueError, ArithmeticError):
        return None


_READERS: dict[str, Any] = {
    Kind.DATE: date.fromisoformat,
    Kind.NUMBER: lambda told: Decimal(str(told)),
    Kind.YES_NO: lambda told: told if isinstance(told, bool) else None,
    Kind.CHOICES: lambda told: [str(key) for key in told] if isinstance(told, list) else [],
}


def answered(values: OwnValues, told: Mapping[str, Stored | None]) -> OwnValues:
    """The values with what was told now; None takes one away, what is not mentioned stays."""
    merged = {**values, **told}
    return {key: value for key, value in merged.items() if value is not None}


def saying(field: OwnField, told: Stored | None) -> Func:
    """For an UPDATE: the column with what one field says now; None takes it away."""
    column = F("own_values")
    if told is None:
        return Func(column, Value(field.key), template="(%(expressions)s)", arg_joiner=" - ")
    said_now = Value({field.key: told}, JSONField())
    return Func(column, said_now, template="(%(expressions)s)", arg_joiner=" || ")


def said(values: OwnValues, fields: Iterable[OwnField]) -> list[tuple[OwnField, Stored]]:
    """The fields, in their order, of which the values say something."""
    return [(field, values[field.key]) for field in fields if field.key in values]
