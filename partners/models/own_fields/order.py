"""Sorting organisations by what one of the coalition's own fields says of them."""

import re
from collections.abc import Iterable

from django.contrib.postgres.fields import ArrayField
from django.db.models import Func, IntegerField, OrderBy, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.fields.json import KeyTextTransform, KeyTransform

from partners.models.own_fields.fields import OwnField

Kind = OwnField.Kind
# In the address "own-seats" sorts by the field of the key "seats", rising, and "-own-seats" falling.
OWN_ORDER = re.compile(r"(?P<falling>-?)own-(?P<key>[a-z0-9_]{1,48})")
COLUMN = "own_values"


def own_order(order: str, fields: Iterable[OwnField]) -> tuple[str | OrderBy, ...] | None:
    """What to sort by; None for an order that names none of the fields.

    What is not known comes last in both directions, and what is said alike stands by name.
    """
    asked = OWN_ORDER.fullmatch(order)
    ours = [one for one in fields if one.subject == OwnField.Subject.ORGANISATION]
    field = next((one for one in ours if asked and one.key == asked["key"]), None)
    if asked is None or field is None:
        return None
    said = _said(field)
    first = OrderBy(said, descending=bool(asked["falling"]), nulls_last=True)
    return first, "sort_name", "pk"


def _said(field: OwnField) -> Func:
    """JSON compares numbers as numbers, and dates as ISO texts, which is by day."""
    if field.kind in (Kind.NUMBER, Kind.DATE):
        return KeyTransform(field.key, COLUMN)
    if field.kind == Kind.YES_NO:
        return _place(["true", "false"], KeyTextTransform(field.key, COLUMN))
    if field.kind == Kind.CHOICE:
        return _place([one.key for one in field.choices], KeyTextTransform(field.key, COLUMN))
    if field.kind == Kind.CHOICES:
        first = KeyTextTransform(0, KeyTransform(field.key, COLUMN))
        return _place([one.key for one in field.choices], first)
    return Func(
        KeyTextTransform(field.key, COLUMN), function="plain_text", output_field=TextField()
    )


def _place(answers: list[str], said: Combinable) -> Func:
    """Where an answer stands among those that are offered: in the order in which the form asks."""
    offered = Value(answers, output_field=ArrayField(TextField()))
    return Func(offered, said, function="array_position", output_field=IntegerField())
