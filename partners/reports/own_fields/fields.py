"""A coalition's own fields on pages: which of them a member sees, and the lines of a profile."""

from collections.abc import Iterable
from dataclasses import dataclass

from accounts.models import Membership
from accounts.permissions import Permission
from partners.models import OwnField
from partners.models.own_fields.fields import OwnValues, Stored
from partners.models.own_fields.values import said
from partners.reports.own_fields.words import own_words

Kind = OwnField.Kind
PARAMETER = "own-"
PERSON = "own-of-person-"  # keys have no hyphens, so no field of organisations is called so


@dataclass(frozen=True)
class OwnValue:
    """What one field says: under its name, in words, and where a link leads."""

    label: str
    words: str
    url: str = ""
    is_number: bool = False


def parameter(field: OwnField) -> str:
    is_about_contact = field.subject == OwnField.Subject.CONTACT
    return f"{PERSON if is_about_contact else PARAMETER}{field.key}"


def shown_to(membership: Membership, fields: Iterable[OwnField], *, about: str) -> list[OwnField]:
    """The current fields of one subject that this member sees, in their order."""
    seen = [
        field
        for field in fields
        if field.subject == about and not field.is_retired and field.is_shown_to(membership)
    ]
    return sorted(seen, key=lambda field: (field.position, field.pk))


def asked_among(membership: Membership, fields: Iterable[OwnField]) -> list[OwnField]:
    """By which of the fields this member may narrow the list: of organisations, and of the people there."""
    every = list(fields)
    found = shown_to(membership, every, about=OwnField.Subject.ORGANISATION)
    if membership.may(Permission.SEE_CONTACT_DETAILS):
        found += shown_to(membership, every, about=OwnField.Subject.CONTACT)
    return found


def seen_by(membership: Membership) -> list[OwnField]:
    """All current fields that this member sees: those of organisations, then those of people."""
    fields = list(OwnField.objects.of_coalition(membership.coalition_id).current())
    return [
        field
        for subject in OwnField.Subject
        for field in shown_to(membership, fields, about=subject)
    ]


def own_value(field: OwnField, told: Stored | None) -> OwnValue:
    words = own_words(field, told)
    is_safe_link = field.kind == Kind.LINK and words.startswith(("https://", "http://"))
    return OwnValue(
        field.label,
        words,
        url=words if is_safe_link else "",
        is_number=field.kind == Kind.NUMBER,
    )


def lines(fields: Iterable[OwnField], values: OwnValues) -> list[OwnValue]:
    """What is known; a field that says nothing takes no room."""
    told = (own_value(field, value) for field, value in said(values, fields))
    return [line for line in told if line.words]
