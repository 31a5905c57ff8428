"""What an own field says, in the words and forms of the reader's language."""

from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from partners.models import OwnField
from partners.models.own_fields.fields import Stored
from partners.models.own_fields.values import typed

Kind = OwnField.Kind


def own_words(field: OwnField, told: Stored | None) -> str:
    """`"2024-05-01"` is May 1, 2024; `"ready"` is what the choice is called today; `true` is Yes."""
    value = typed(field, told)
    return "" if value is None else _WORDS.get(field.kind, lambda _field, text: text)(field, value)


def _number(_field: OwnField, value: Any) -> str:
    return number_format(value, use_l10n=True, force_grouping=True)


_WORDS: dict[str, Any] = {
    Kind.DATE: lambda _field, value: date_format(value),
    Kind.NUMBER: _number,
    Kind.YES_NO: lambda _field, value: _("Yes") if value else _("No"),
    Kind.CHOICE: lambda field, value: field.label_of(value),
    Kind.CHOICES: lambda field, value: ", ".join(map(field.label_of, value)),
}
