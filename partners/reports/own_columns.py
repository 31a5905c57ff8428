"""A coalition's own fields as columns of the partner list, beside those that every coalition has."""

from collections.abc import Iterable
from typing import Any

from accounts.models import Membership
from partners.models import OwnField
from partners.models.own_values import typed
from partners.reports.columns import Cells, Column
from partners.reports.own_fields import parameter
from partners.reports.own_filters import fields_of
from partners.reports.own_words import own_words

Kind = OwnField.Kind
# A spreadsheet sorts and adds these; the page says them in the reader's forms.
TYPED = (Kind.NUMBER, Kind.DATE)
LOOKS: dict[str, str] = {Kind.NUMBER: "number", Kind.DATE: "day", Kind.LINK: "link"}


def own_columns(fields: Iterable[OwnField]) -> list[Column]:
    return [own_column(field) for field in fields]


def own_columns_for(membership: Membership) -> list[Column]:
    """The columns of all own fields of organisations that this member sees: one query."""
    return own_columns(fields_of(membership))


def own_column(field: OwnField) -> Column:
    def value(cells: Cells) -> Any:
        told = cells.fields["own_values"].get(field.key)
        return typed(field, told) if field.kind in TYPED else own_words(field, told)

    return Column(
        parameter(field),
        field.label,
        value,
        ("own_values",),
        look=LOOKS.get(field.kind, "text"),
        sort=parameter(field),
        is_usual=field.is_listed,
    )
