"""The fields between whose values a merge lets choose: what they are called, what they say, which is best."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from partners.models import Organisation, OwnField
from partners.models.merging.merges import Columns, is_entry
from partners.reports.history.words import field_words
from partners.reports.own_fields.words import own_words

OwnFields = Mapping[str, OwnField]


def fullness(name: str, value: Any) -> Any:
    """By this the value is preselected: the longest text, the earliest day, whatever is told at all."""
    if name == "retired_on":
        return value is None  # who is still worked with somewhere is worked with
    if name == "kind":
        return [
            Organisation.Kind.STAKEHOLDER,
            Organisation.Kind.PROSPECT,
            Organisation.Kind.PARTNER,
        ].index(value)
    if isinstance(value, date):
        return -value.toordinal()
    if isinstance(value, str):
        return len(value.strip())
    return -(10**9) if value is None and name == "since_on" else value is not None


def own_fields_of(coalition: int) -> OwnFields:
    """What the coalition's own fields are, by the name under which a merge knows their values."""
    fields = OwnField.objects.of_coalition(coalition).about(OwnField.Subject.ORGANISATION)
    return {f"own_values.{field.key}": field for field in fields}


def label_of(name: str, own: OwnFields) -> str:
    if name in own:
        return own[name].label
    if name == "retired_on":
        return _("Retired")
    if is_entry(name):
        return capfirst(name.split(".", 1)[1].replace("_", " "))
    return capfirst(str(_field(name).verbose_name))


def words_of(
    group: Sequence[str], columns: Columns, organisation: Organisation, own: OwnFields
) -> str:
    value = columns.get(group[0])
    if group[0] in own:
        return own_words(own[group[0]], value)
    if group[0] == "retired_on":
        if not value:
            return _("Still worked with")
        said = {"day": date_format(value), "reason": columns["retired_reason"]}
        return _("Since %(day)s: %(reason)s") % said
    if is_entry(group[0]) or value in (None, ""):
        return "" if value is None else str(value)
    field = _field(group[0])
    if field.is_relation:
        return str(getattr(organisation, field.name))
    return field_words(field, value.isoformat() if isinstance(value, date) else value, NO_NAMES)


NO_NAMES: Any = None  # only relations need names, and those are at hand


def _field(column: str) -> models.Field:
    fields = Organisation._meta.concrete_fields  # noqa: SLF001
    return next(one for one in fields if one.column == column)
