"""What holders say to their role: I take it on, it is still right, something shall change."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.emails.seats import letter_to_holder
from governance.models import AskedChange, RoleAssignment, RoleLetter
from governance.reports.seats.words import why_no_letter


@dataclass(frozen=True)
class Voice:
    """Who speaks: a member who is signed in, or whoever holds the link of a letter."""

    by: Person | None = None
    letter: RoleLetter | None = None


@transaction.atomic
def accept(role: RoleAssignment, *, voice: Voice, on: date) -> RoleAssignment:
    """The holder takes it on. Said twice, the first day counts."""
    role = _locked_unended(role, on=on)
    if role.is_accepted:
        return role
    with recording("role.accepted", by=voice.by):
        role.acknowledged_on = on
        role.save(update_fields=["acknowledged_on"])
        _answered(voice.letter, on=on)
    return role


@transaction.atomic
def record_acceptance(role: RoleAssignment, *, how: str, on: date, by: Person) -> RoleAssignment:
    """A coordinator knows that they take it on, and says from where. Refuses what was accepted already."""
    role = RoleAssignment.objects.locked(role.pk)
    if role.is_accepted:
        raise Refusal(_("This was accepted already."))
    with recording("role.acceptance_recorded", by=by):
        role.acknowledged_on, role.acknowledged_how = on, how
        role.save(update_fields=["acknowledged_on", "acknowledged_how"])
    return role


@transaction.atomic
def confirm(role: RoleAssignment, *, voice: Voice, on: date) -> RoleAssignment:
    """It is still right; who had never accepted it accepts it with that. Said twice a day, once counts."""
    role = _locked_unended(role, on=on)
    if role.confirmed_on and role.confirmed_on >= on:
        return role
    with recording("role.confirmed", by=voice.by):
        role.confirmed_on = on
        role.acknowledged_on = role.acknowledged_on or on
        role.save(update_fields=["confirmed_on", "acknowledged_on"])
        _answered(voice.letter, on=on)
    return role


@transaction.atomic
def ask_for_change(role: RoleAssignment, *, words: str, voice: Voice, on: date) -> AskedChange:
    """What shall change, in the holder's words. It waits for a coordinator."""
    role = _locked_unended(role, on=on)
    with recording("role.change_asked", by=voice.by):
        _answered(voice.letter, on=on)
        return AskedChange.objects.create(
            coalition_id=role.coalition_id,
            role=role,
            words=words,
            asked_on=on,
            asked_by=voice.by,
            contact=voice.letter.contact if voice.letter else None,
        )


@transaction.atomic
def settle(change: AskedChange, *, words: str, on: date, by: Person) -> AskedChange:
    """A coordinator has seen to it. Said twice, the first counts."""
    change = AskedChange.objects.select_for_update(of=("self",)).get(pk=change.pk)
    if change.settled_on:
        return change
    with recording("role.change_settled", by=by):
        change.settled_on, change.settled_by, change.settled_words = on, by, words
        change.save(update_fields=["settled_on", "settled_by", "settled_words"])
    return change


@transaction.atomic
def ask(role: RoleAssignment, *, by: Person | None, at: datetime) -> RoleLetter:
    """Write to the holder: do you take it on; or, once they have, is it still right? Once a day at most.

    Refuses when nobody can be written to. `by` is nobody when the calendar asks.
    """
    role = RoleAssignment.objects.locked(role.pk)
    on = role.coalition.day(at=at)
    if role.ends_on and role.ends_on < on:
        raise Refusal(_("This term is over."))
    refusal = why_no_letter(role)
    if refusal:
        raise Refusal(refusal)
    asks = RoleLetter.Asks.CONFIRM if role.is_accepted else RoleLetter.Asks.ACCEPT
    today = {"role": role, "contact": role.contact, "asks": asks, "sent_on": on}
    with recording("role.asked", by=by):
        letter, is_new = RoleLetter.objects.get_or_create(
            **today,
            defaults={"coalition_id": role.coalition_id, "sent_at": at, "asked_by": by},
        )
        if is_new:
            letter_to_holder(letter, at=at)
    return letter


def _answered(letter: RoleLetter | None, *, on: date) -> None:
    if letter and letter.answered_on is None:
        letter.answered_on = on
        letter.save(update_fields=["answered_on"])


def _locked_unended(role: RoleAssignment, *, on: date) -> RoleAssignment:
    role = RoleAssignment.objects.locked(role.pk)
    if role.ends_on and role.ends_on < on:
        raise Refusal(_("This term is over."))
    return role
