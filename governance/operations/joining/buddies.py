"""Asking somebody to be a newcomer's buddy, what they answer, and when it ends."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership, Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.emails import joining as emails
from governance.models import Buddy, Milestone, Onboarding
from governance.operations.joining.ticking import tick_kind
from partners.models import Contact, Organisation

Answer = Buddy.Answer


@dataclass(frozen=True)
class Somebody:
    """Who could be a buddy: a person of an organisation, known as a contact or as a member."""

    organisation: Organisation
    contact: Contact | None = None
    membership: Membership | None = None


@transaction.atomic
def ask(onboarding: Onboarding, who: Somebody, *, message: str, by: Person, at: datetime) -> Buddy:
    """Ask them; with an address they get a letter whose link says yes or no.

    Refuses somebody of the newcomer's own organisation, the newcomer, and a second buddy beside the first.
    """
    onboarding = Onboarding.objects.locked(onboarding.pk)
    if not onboarding.is_open:
        raise Refusal(_("This checklist is finished. Open it again first."))
    _refuse_own(onboarding, who)
    if Buddy.objects.of(onboarding).standing().exists():
        raise Refusal(_("Somebody is asked already. Say first that this has ended."))
    with recording("buddy.asked", by=by):
        buddy = Buddy.objects.create(
            coalition_id=onboarding.coalition_id,
            onboarding=onboarding,
            organisation=who.organisation,
            contact=who.contact,
            membership=who.membership,
            message=message,
            asked_on=onboarding.coalition.day(at=at),
            asked_by=by,
        )
        emails.asked_as_buddy(Buddy.objects.locked(buddy.pk), by=by, at=at)
    return buddy


def _refuse_own(onboarding: Onboarding, who: Somebody) -> None:
    if onboarding.organisation_id == who.organisation.pk:
        raise Refusal(_("A buddy comes from another organisation."))
    if onboarding.membership and onboarding.membership.person.email in _addresses(who):
        raise Refusal(_("Nobody is their own buddy."))


def _addresses(who: Somebody) -> list[str]:
    if who.contact:
        return [who.contact.email.lower()]
    return [who.membership.person.email] if who.membership else []


@transaction.atomic
def answer(buddy: Buddy, *, accepts: bool, at: datetime, by: Person | None = None) -> Buddy:
    """Yes or no; without `by` it is their own press on the page behind their link.

    A yes ticks the checklist and introduces the two to each other by letter. The same answer again changes
    nothing; after the first one, only somebody of the coalition can end it.
    """
    onboarding = Onboarding.objects.locked(buddy.onboarding_id)
    buddy = Buddy.objects.locked(buddy.pk)
    wanted = Answer.ACCEPTED if accepts else Answer.DECLINED
    if buddy.answer == wanted:
        return buddy
    if not buddy.is_waiting or not onboarding.is_open:
        raise Refusal(_("This was settled meanwhile. Nothing is asked of you any more."))
    with recording(f"buddy.{wanted}", by=by):
        buddy.answer, buddy.is_by_link = wanted, by is None
        buddy.answered_on = max(onboarding.coalition.day(at=at), buddy.asked_on)
        buddy.save(update_fields=["answer", "answered_on", "is_by_link"])
        if accepts:
            tick_kind(onboarding, Milestone.BUDDY, done_on=buddy.answered_on, by=by, at=at)
            emails.buddy_found(buddy, at=at)
    return buddy


@transaction.atomic
def end(buddy: Buddy, *, because: str, by: Person, on: date) -> Buddy:
    """They are the buddy no longer, or are not asked any more; said twice, the first time counts."""
    Onboarding.objects.locked(buddy.onboarding_id)
    buddy = Buddy.objects.locked(buddy.pk)
    if buddy.ended_on or buddy.has_declined:
        return buddy
    with recording("buddy.ended", by=by, reason=because):
        buddy.ended_on, buddy.ended_because = max(on, buddy.asked_on), because
        buddy.save(update_fields=["ended_on", "ended_because"])
    return buddy
