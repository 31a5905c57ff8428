"""The letters of one partner, and one of them with its versions and what the outgoing mail says of it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import date_format

from accounts.models import Coalition, Membership, Person
from common.models import Letter
from common.personal.fields import events_of
from partners.models import Address, Contact, Organisation, PartnerLetter
from partners.reports.people.mail_merge import RANKS


@dataclass(frozen=True)
class Version:
    """How a letter stood after somebody wrote it; `event` names it in addresses."""

    event: int
    at: datetime
    by: str
    subject: str
    body: str


@dataclass(frozen=True)
class LetterShown:
    """`versions` are the earlier ones, newest first; `mail` is what waits or left, if it was sent."""

    letter: PartnerLetter
    versions: list[Version]
    mail: Letter | None


def letters_of(organisation: Organisation, *, membership: Membership) -> list[PartnerLetter]:
    return list(PartnerLetter.objects.visible_to(membership).of(organisation))


def letter_shown(letter: PartnerLetter) -> LetterShown:
    """Three queries, or two for a draft."""
    mail = Letter.objects.about(letter.outbox_key).first() if letter.sent_at else None
    return LetterShown(letter=letter, versions=versions_of(letter), mail=mail)


def versions_of(letter: PartnerLetter) -> list[Version]:
    """Every text that the letter had before the one of today."""
    events = events_of(PartnerLetter)[0]
    rows = events._default_manager.filter(pgh_obj_id=letter.pk).order_by("pgh_id")  # noqa: SLF001
    told = list(rows.values("pgh_id", "pgh_created_at", "pgh_context", "subject", "body"))
    texts: list[dict[str, Any]] = []
    for row in told:
        if not texts or _text(row) != _text(texts[-1]):
            texts.append(row)
    earlier = [row for row in texts if _text(row) != (letter.subject, letter.body)]
    names = _names(earlier)
    return [
        Version(
            event=row["pgh_id"],
            at=row["pgh_created_at"],
            by=names.get(_person(row), ""),
            subject=row["subject"],
            body=row["body"],
        )
        for row in reversed(earlier)
    ]


def _text(row: dict[str, Any]) -> tuple[str, str]:
    return row["subject"], row["body"]


def _person(row: dict[str, Any]) -> int | None:
    context = row["pgh_context"] or {}
    return (json.loads(context) if isinstance(context, str) else context).get("person")


def _names(rows: Iterable[dict[str, Any]]) -> dict[int | None, str]:
    wanted = {_person(row) for row in rows} - {None}
    return {person.pk: str(person) for person in Person.objects.filter(pk__in=wanted)}


# ---------------------------------------------------------------- who may get one


def willing(contacts: Iterable[Contact]) -> list[Contact]:
    """Who is still there and takes letters, whoever speaks for them first."""
    there = [
        one for one in contacts if not one.left_on and not one.erased_on and one.may_be_written_to
    ]
    return sorted(there, key=lambda one: (RANKS.index(Contact.Role(one.role)), one.pk))


# ---------------------------------------------------------------- on paper


def printed_letter(
    letter: PartnerLetter, *, coalition: Coalition, address: Address | None, paper: str, by: str
) -> dict[str, Any]:
    """What templates/partners/value/letter.typ reads: plain values only."""
    return {
        "language": letter.language,
        "paper": paper,
        "coalition": coalition.name,
        "place": coalition.place,
        "date": date_format((letter.sent_at or letter.written_at).date()),
        "to": [part for part in _lines_to(letter, address) if part],
        "subject": letter.subject,
        "author": by,
        "paragraphs": [part.split("\n") for part in _paragraphs(letter.body)],
    }


def _lines_to(letter: PartnerLetter, address: Address | None) -> list[str]:
    contact = letter.contact
    lines = [contact.name, contact.title, letter.organisation.name]
    if address:
        region = " ".join(part for part in (address.region, address.postcode) if part)
        city = ", ".join(part for part in (address.city, region) if part)
        lines += [address.street, city]
    return lines


def _paragraphs(body: str) -> list[str]:
    """What an empty line parts."""
    parts = body.replace("\r\n", "\n").split("\n\n")
    return [part.strip("\n") for part in parts if part.strip()]
