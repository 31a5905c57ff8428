"""Letters to one person at a partner: drafted from a wording, edited, then sent or handed over, once."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from partners.emails import letter_to_partner
from partners.models import (
    Benefit,
    Contact,
    Organisation,
    PartnerLetter,
    Touchpoint,
    ValueStatement,
    Wording,
)
from partners.operations.talks import touchpoints
from partners.reports.value.merge_words import (
    Filled,
    facts_for_letter,
    facts_for_statement,
    fill,
    gaps_in,
    in_braces,
)
from partners.reports.value.reasons import reasons_of


@dataclass(frozen=True)
class Drafted:
    """A new draft, and the merge words of which nothing is known; they still stand in it."""

    letter: PartnerLetter
    missing: tuple[str, ...]


def statement_from(
    wording: Wording,
    organisation: Organisation,
    *,
    coalition: Coalition,
    said: ValueStatement,
    by: Person,
    on: date,
) -> Filled:
    """The value statement that a wording makes for one partner. Nothing is written."""
    facts = facts_for_statement(
        organisation,
        coalition=coalition,
        benefits=Benefit.objects.of([organisation]).order_by("promised_on", "pk"),
        said=said,
        reasons=reasons_of(organisation),
        sender=by,
        on=on,
    )
    return fill(wording.body, facts)


@transaction.atomic
def draft_letter(
    organisation: Organisation, *, contact: Contact, wording: Wording, by: Person, at: datetime
) -> Drafted:
    """A letter to somebody of the organisation who takes letters; refuses for anybody else."""
    home = Organisation.objects.locked_home(organisation.pk)
    refuse_unwilling(contact)
    coalition, said = home.coalition, ValueStatement.objects.told_of(home)
    facts = facts_for_statement(
        home,
        coalition=coalition,
        benefits=Benefit.objects.of([home]).order_by("promised_on", "pk"),
        said=said,
        reasons=reasons_of(home),
        sender=by,
        on=coalition.day(at=at),
    )
    facts = facts_for_letter(contact, facts, said=said)
    subject, body = fill(wording.subject, facts), fill(wording.body, facts)
    with recording("letter.drafted", by=by):
        letter = PartnerLetter.objects.create(
            coalition_id=home.coalition_id,
            organisation=home,
            contact=contact,
            wording=wording,
            language=wording.language,
            subject=_one_line(subject.text),
            body=body.text.strip(),
            written_by=by,
            written_at=at,
        )
    return Drafted(letter, tuple(dict.fromkeys(subject.missing + body.missing)))


@transaction.atomic
def edit_letter(letter: PartnerLetter, *, subject: str, body: str, by: Person) -> PartnerLetter:
    """Write a draft anew; earlier versions stay in its history. What left is not written any more."""
    letter = PartnerLetter.objects.locked(letter.pk)
    _refuse_finished(letter)
    with recording("letter.edited", by=by):
        letter.subject, letter.body = _one_line(subject), body
        letter.save(update_fields=["subject", "body"])
    return letter


@transaction.atomic
def send_letter(letter: PartnerLetter, *, by: Person, at: datetime) -> PartnerLetter:
    """Put it into the outgoing mail, once: a second press finds it sent and changes nothing.

    Refuses when the person has left, has no address or wants no letters by now, and while merge words
    still stand in it.
    """
    letter = PartnerLetter.objects.locked(letter.pk)
    if letter.sent_at:
        return letter
    if letter.is_discarded:
        raise Refusal(_("This draft was thrown away. Bring it back first."))
    contact = Contact.objects.select_for_update(of=("self",)).get(pk=letter.contact_id)
    refuse_unwilling(contact)
    if not contact.email:
        raise Refusal(
            _("We know no e-mail address of %(name)s. Print the letter, or add the address.")
            % {"name": contact.name}
        )
    _refuse_gaps(letter)
    with recording("letter.sent", by=by):
        letter.sent_at, letter.sent_by = at, by
        letter.save(update_fields=["sent_at", "sent_by"])
        letter.contact = contact
        letter_to_partner(letter, by=by, at=at)
        if not letter.printed_on:
            day = contact.coalition.day(at=at)
            _log(letter, Touchpoint.Kind.EMAIL, Touchpoint.Channel.EMAIL, on=day, by=by, at=at)
    return letter


@transaction.atomic
def hand_over(letter: PartnerLetter, *, on: date, by: Person, at: datetime) -> PartnerLetter:
    """It went to them on paper; noted twice, the first day stays."""
    letter = PartnerLetter.objects.locked(letter.pk)
    if letter.printed_on:
        return letter
    if letter.is_discarded:
        raise Refusal(_("This draft was thrown away. Bring it back first."))
    if not letter.sent_at:
        refuse_unwilling(Contact.objects.get(pk=letter.contact_id))
        _refuse_gaps(letter)
    with recording("letter.printed", by=by):
        letter.printed_on, letter.printed_by = on, by
        letter.save(update_fields=["printed_on", "printed_by"])
        if not letter.sent_at:
            _log(letter, Touchpoint.Kind.OTHER, Touchpoint.Channel.POST, on=on, by=by, at=at)
    return letter


def _log(
    letter: PartnerLetter, kind: str, channel: str, *, on: date, by: Person, at: datetime
) -> None:
    """A letter is a word from us to them, and stands among the talks; sent and printed it is still one.

    What is in it only those read who may see people: its subject may name somebody.
    """
    talk = touchpoints.Talk(
        kind=kind,
        on=on,
        said=_("A letter to one of them"),
        direction=Touchpoint.Direction.FROM_US,
        channel=channel,
        contacts=(letter.contact,),
    )
    touchpoints.log(letter.organisation, talk, by=by, at=at)


@transaction.atomic
def throw_away(letter: PartnerLetter, *, by: Person, at: datetime) -> PartnerLetter:
    letter = PartnerLetter.objects.locked(letter.pk)
    if letter.is_discarded:
        return letter
    _refuse_finished(letter)
    with recording("letter.discarded", by=by):
        letter.discarded_at = at
        letter.save(update_fields=["discarded_at"])
    return letter


@transaction.atomic
def restore_letter(letter: PartnerLetter, *, by: Person) -> PartnerLetter:
    with recording("letter.brought_back", by=by):
        letter.discarded_at = None
        letter.save(update_fields=["discarded_at"])
    return letter


def refuse_unwilling(contact: Contact) -> None:
    """Who left, was erased, or said no in whatever way gets no letter."""
    if contact.erased_on or contact.left_on:
        raise Refusal(_("%(name)s is not there any more.") % {"name": contact.name})
    if not contact.may_be_written_to:
        raise Refusal(
            _("%(name)s wants no letters from us. Talk to them, or choose somebody else.")
            % {"name": contact.name}
        )


def _refuse_finished(letter: PartnerLetter) -> None:
    if letter.sent_at or letter.printed_on:
        raise Refusal(_("This letter has left, so it stays as it is. Draft another one."))
    if letter.is_discarded:
        raise Refusal(_("This draft was thrown away. Bring it back first."))


def _refuse_gaps(letter: PartnerLetter) -> None:
    gaps = gaps_in(f"{letter.subject}\n{letter.body}")
    if gaps:
        raise Refusal(
            _("There are gaps in the letter yet: %(words)s. Write there what belongs there.")
            % {"words": in_braces(gaps)}
        )


def _one_line(text: str) -> str:
    """A subject is one line of a letter's head; what is longer than it may be is cut."""
    return " ".join(text.split())[:200]
