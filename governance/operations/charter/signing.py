"""Signing the charter for an organisation, and asking those who have not."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.emails import charter as emails
from governance.models import CharterRequest, CharterSignature, CharterVersion
from governance.operations.joining.known import charter_is_signed
from governance.reports.charter.signing import to_be_asked
from partners.models import Contact, Organisation

Answer, Way = CharterSignature.Answer, CharterSignature.Way


@dataclass(frozen=True)
class Word:
    """What an organisation says: signed, or its objections; and how that reached us."""

    objections: str = ""
    way: str = Way.HERE
    contact: Contact | None = None
    told_how: str = ""

    @property
    def answer(self) -> str:
        return Answer.OBJECTS if self.objections else Answer.SIGNED

    @property
    def verb(self) -> str:
        if self.way == Way.TOLD:
            return "charter.answer_noted"
        return "charter.objected" if self.objections else "charter.signed"


@transaction.atomic
def answer(
    version: CharterVersion,
    organisation: Organisation,
    word: Word,
    *,
    on: date,
    at: datetime,
    by: Person | None,
) -> CharterSignature:
    """Keep the organisation's word on the version that holds; an earlier word stays in history.

    Who is on the way in, and signs, has one thing less on the checklist.
    """
    home = Organisation.objects.locked(organisation.pk)
    _refuse_what_is_over(version, home)
    with recording(word.verb, by=by):
        row, _is_new = CharterSignature.objects.update_or_create(
            coalition_id=home.coalition_id,
            version=version,
            organisation=home,
            defaults={
                "answer": word.answer,
                "objections": word.objections,
                "given_on": on,
                "way": word.way,
                "person": by,
                "contact": word.contact,
                "told_how": word.told_how,
            },
        )
        charter_is_signed(row, by=by, at=at)
    return row


def _refuse_what_is_over(version: CharterVersion, home: Organisation) -> None:
    held = CharterVersion.objects.held_by(home.coalition_id)
    if held is None or held.pk != version.pk:
        raise Refusal(_("Meanwhile another version was adopted. Please read that one."))
    if home.is_retired or home.kind != Organisation.Kind.PARTNER:
        raise Refusal(_("Only partners of today sign the charter."))


@transaction.atomic
def ask(version: CharterVersion, *, by: Person, at: datetime) -> int:
    """One letter to each member that has said nothing and was not asked yet; how many those are."""
    Coalition.objects.lock(version.coalition_id)
    found = to_be_asked(version)
    languages = _languages_of(found)
    with recording("charter.sent", by=by):
        for contact in found:
            row = CharterRequest.objects.create(
                coalition_id=version.coalition_id,
                version=version,
                organisation=contact.organisation,
                contact=contact,
                asked_at=at,
                asked_by=by,
            )
            emails.charter_request(row, language=languages.get(contact.email.lower(), ""), at=at)
    return len(found)


def _languages_of(contacts: list[Contact]) -> dict[str, str]:
    """By address, for those who have an account here."""
    addresses = [contact.email.lower() for contact in contacts]
    people = Person.objects.filter(email__in=addresses)
    return dict(people.values_list("email", "language"))
