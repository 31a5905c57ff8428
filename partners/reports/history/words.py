"""The words of history: what each column and each part is called, and its values as people read them."""

from datetime import date
from functools import cache
from typing import Any

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import (
    Address,
    Alias,
    Attachment,
    Classification,
    Contact,
    DistinctPair,
    ExternalIdentifier,
    Phone,
    Representation,
    Touchpoint,
    Vocabulary,
)
from partners.reports.depth import telling
from partners.reports.history.events import State
from partners.reports.history.names import Names
from partners.reports.history.own_history import COLUMN
from partners.reports.history.story_tables import Model

# What says nothing about the organisation itself.
UNTOLD = frozenset(
    {
        "id",
        "coalition_id",
        "organisation_id",
        "merged_into_id",
        "created_at",
        "sort_name",
        COLUMN,
        "erasure_asked_on",
        "erased_on",
        "erased_by_id",
        "logged_by_id",
        "logged_at",
        "answers_id",
        "event_id",
    }
)
# What people have said yes or no to is decided anew: no earlier version of it is shown, or put back.
DECIDED_ANEW = frozenset(
    {
        "is_left_out_of_directory",
        "listing_consent",
        "listing_consent_on",
        "listing_consent_how",
        "wants_no_letters",
    }
)
PERSONAL = frozenset({"name", "email", "phone"})  # of a contact

LABELS: dict[Model, Any] = {
    Alias: gettext_lazy("Other name"),
    ExternalIdentifier: gettext_lazy("Identifier"),
    Phone: gettext_lazy("Phone"),
    Address: gettext_lazy("Address"),
    Contact: gettext_lazy("Person"),
    Attachment: gettext_lazy("File"),
    DistinctPair: gettext_lazy("Who is not the same"),
    Representation: gettext_lazy("May sign in for them"),
    Touchpoint: gettext_lazy("Talk"),
    **telling.LABELS,
}
ONE_OF: dict[str, Any] = {
    Vocabulary.SECTOR: gettext_lazy("Sector"),
    Vocabulary.POPULATION: gettext_lazy("Population served"),
    Vocabulary.AREA: gettext_lazy("Area"),
    Vocabulary.LANGUAGE: gettext_lazy("Language"),
    Vocabulary.DETERMINANT: gettext_lazy("Social determinant"),
    Vocabulary.TAG: gettext_lazy("Tag"),
}
SEVERAL: dict[Model, Any] = {
    Alias: gettext_lazy("Other names"),
    ExternalIdentifier: gettext_lazy("Identifiers"),
    Phone: gettext_lazy("Phones"),
    Address: gettext_lazy("Addresses"),
    Contact: gettext_lazy("People"),
    Attachment: gettext_lazy("Files"),
    **telling.SEVERAL,
}


@cache
def told_fields(model: Model) -> list[Any]:
    fields: Any = model._meta.concrete_fields  # noqa: SLF001 - Django's own door
    return [field for field in fields if field.column not in UNTOLD]


def field_words(field: models.Field, value: object, names: Names) -> str:
    """A column's value as people read it: `"partner"` is Partner, `"2024-05-01"` is May 1, 2024."""
    if isinstance(field, models.BooleanField):
        return _("yes") if value else _("no")
    # Not to have been asked is to have said nothing.
    if value in (None, "", Contact.Consent.NOT_ASKED):
        return ""
    if field.is_relation:
        return names.person(value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DateField):
        return date_format(date.fromisoformat(str(value)))
    return str(value)


def part_label(model: Model, state: State, names: Names) -> str:
    if model is Classification:
        return str(ONE_OF.get(names.vocabulary(state.get("term_id")), _("Entry of a list")))
    return str(LABELS[model])


def part_words(model: Model, state: State, names: Names) -> str:
    """A whole part in a few words: “(410) 555-0100 (front desk)”."""
    if model is Classification:
        return names.term(state["term_id"])
    if model is Representation:
        member, invitation = state["membership_id"], state["invitation_id"]
        return names.member(member) if member else names.invited(invitation)
    if model in telling.OF_DEPTH:
        return telling.words_of(model, state, names)
    words = str(model(**state))
    if model is Contact:
        return ", ".join(word for word in (words, state["title"]) if word)
    return f"{words} ({state['label']})" if state.get("label") else words
