"""A coalition's own fields as columns of the partner list, beside those that every coalition has."""

import json
from collections.abc import Iterable
from typing import Any

from accounts.models import Membership
from accounts.permissions import Permission
from partners.models import OwnField
from partners.models.own_fields.values import typed
from partners.reports.listing.columns import PEOPLE_OWN, Cells, Column, people_own
from partners.reports.listing.own_filters import asked_by, called
from partners.reports.own_fields.fields import parameter
from partners.reports.own_fields.words import own_words

Kind, Subject = OwnField.Kind, OwnField.Subject
# A spreadsheet sorts and adds these; the page says them in the reader's forms.
TYPED = (Kind.NUMBER, Kind.DATE)
LOOKS: dict[str, str] = {Kind.NUMBER: "number", Kind.DATE: "day", Kind.LINK: "link"}


def own_columns(fields: Iterable[OwnField]) -> list[Column]:
    return [own_column(field) for field in fields]


def own_columns_for(membership: Membership) -> list[Column]:
    """The columns of all own fields that this member sees: one query."""
    return own_columns(asked_by(membership))


def own_column(field: OwnField) -> Column:
    return _of_people(field) if field.subject == Subject.CONTACT else _of_organisations(field)


def _of_organisations(field: OwnField) -> Column:
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


def _of_people(field: OwnField) -> Column:
    """Whom it is said of, and what: “Ana Ruiz: walking; Ben Ode: cooking”."""

    def value(cells: Cells) -> str:
        people = map(json.loads, cells.parts.get(PEOPLE_OWN, ()))
        told = ((name, own_words(field, values.get(field.key))) for name, values in people)
        return "; ".join(f"{name}: {words}" for name, words in told if words)

    return Column(
        parameter(field),
        called(field),
        value,
        part=people_own,
        reads=PEOPLE_OWN,
        permission=Permission.SEE_CONTACT_DETAILS,
        is_usual=field.is_listed,
    )
