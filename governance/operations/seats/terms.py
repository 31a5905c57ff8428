"""Who holds a seat: seated for a term, corrected, handed over, ended early, called off before it began."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import RoleAssignment, Seat
from governance.operations.leadership import keeping_power_shared
from governance.reports.seats.words import day, held_words
from partners.models import Contact, Organisation

YESTERDAY = timedelta(days=-1)


@dataclass(frozen=True)
class Holding:
    """An organisation takes a seat, through one of its people, for a term."""

    organisation: Organisation
    starts_on: date
    ends_on: date | None = None
    contact: Contact | None = None
    delegate: Contact | None = None
    duties: str = ""


@transaction.atomic
def hold(
    seat: Seat, told: Holding, *, by: Person, on: date, why_unshared: str = ""
) -> RoleAssignment:
    """Seat an organisation. Refuses, and says who holds it, when somebody does on one of these days.

    So does a lead that would not be shared as the coalition's rule asks, unless `why_unshared` says why; as
    all that follows here. Raises MergedAway when the organisation was merged into another in this moment.
    """
    seat = Seat.objects.locked(seat.pk)
    with recording("role.assigned", by=by), _sharing(seat, on=on, by=by, reason=why_unshared):
        return seated(seat, told)


@transaction.atomic
def change_term(
    role: RoleAssignment, told: Holding, *, by: Person, on: date, why_unshared: str = ""
) -> RoleAssignment:
    """Correct what is told of a term. Another person must accept anew: it was one of them who did."""
    seat = _locked_seat(role)
    role = RoleAssignment.objects.locked(role.pk)
    is_somebody_new = told.organisation != role.organisation or told.contact != role.contact
    if is_somebody_new or told.delegate != role.delegate:
        _refuse_who_cannot_hold(told, coalition=role.coalition_id, besides=role)
    _refuse_backwards(told)
    _refuse_taken(seat, told, besides=role)
    with recording("term.changed", by=by), _sharing(seat, on=on, by=by, reason=why_unshared):
        if is_somebody_new:
            role.acknowledged_on, role.acknowledged_how, role.confirmed_on = None, "", None
        for name, value in vars(told).items():
            setattr(role, name, value)
        role.save()
    return role


@transaction.atomic
def hand_over(
    role: RoleAssignment,
    told: Holding,
    *,
    reason: str,
    by: Person,
    on: date,
    why_unshared: str = "",
) -> RoleAssignment:
    """The next one begins, and this one has ended the day before. Answers the new term.

    Refuses a beginning before this term began, and a day on which a third one holds the seat.
    """
    seat = _locked_seat(role)
    role = RoleAssignment.objects.locked(role.pk)
    if told.starts_on <= role.starts_on:
        words = _("%(held)s The next term begins after that day.")
        raise Refusal(words % {"held": held_words(role)})
    with (
        recording("term.handed_over", by=by, reason=reason),
        _sharing(seat, on=on, by=by, reason=why_unshared),
    ):
        last = told.starts_on + YESTERDAY
        if role.ends_on is None or role.ends_on > last:
            role.ends_on, role.ended_because = last, reason
            role.save(update_fields=["ends_on", "ended_because"])
        return seated(seat, told)


@transaction.atomic
def end_early(
    role: RoleAssignment,
    *,
    last: date,
    reason: str,
    by: Person,
    on: date,
    why_unshared: str = "",
) -> RoleAssignment:
    """`last` is the last day of the term. Refuses a day before it began, or after it ends anyway."""
    seat = _locked_seat(role)
    role = RoleAssignment.objects.locked(role.pk)
    if last < role.starts_on:
        raise Refusal(_("The term ends before it begins."))
    if role.ends_on and last >= role.ends_on:
        raise Refusal(_("It ends on %(day)s anyway.") % {"day": day(role.ends_on)})
    with (
        recording("term.ended", by=by, reason=reason),
        _sharing(seat, on=on, by=by, reason=why_unshared),
    ):
        role.ends_on, role.ended_because = last, reason
        role.save(update_fields=["ends_on", "ended_because"])
    return role


@transaction.atomic
def call_off(role: RoleAssignment, *, on: date, by: Person) -> None:
    """A term that has not begun is no part of anybody's past, so it goes. Refuses one that has."""
    role = RoleAssignment.objects.locked(role.pk)
    if role.starts_on <= on:
        raise Refusal(_("This term has begun. End it early instead."))
    with recording("term.called_off", by=by):
        role.delete()


def seated(seat: Seat, told: Holding) -> RoleAssignment:
    """Without asking how far the lead is shared: whoever seats several asks once, after the last."""
    _refuse_closed(seat, told)
    _refuse_who_cannot_hold(told, coalition=seat.coalition_id)
    _refuse_taken(seat, told)
    return RoleAssignment.objects.create(coalition_id=seat.coalition_id, seat=seat, **vars(told))


def _sharing(seat: Seat, *, on: date, by: Person, reason: str) -> AbstractContextManager[None]:
    """Only who sits in the lead can change how far it is shared."""
    if not seat.is_leading:
        return nullcontext()
    return keeping_power_shared(seat.body, on=on, by=by, reason=reason)


def _locked_seat(role: RoleAssignment) -> Seat:
    """Before the role itself: whoever judges over a seat's terms waits for whoever does so already."""
    if role.seat_id is None:
        raise Refusal(_("This is a function of the whole coalition, not a seat."))
    return Seat.objects.locked(role.seat_id)


def _refuse_closed(seat: Seat, told: Holding) -> None:
    if seat.is_closed:
        raise Refusal(_("This seat is closed. Open it again first."))
    if seat.body.is_closed:
        raise Refusal(_("This body is closed. Open it again first."))
    _refuse_backwards(told)


def _refuse_backwards(told: Holding) -> None:
    if told.ends_on and told.ends_on < told.starts_on:
        raise Refusal(_("The term ends before it begins."))


def _refuse_who_cannot_hold(
    told: Holding, *, coalition: int, besides: RoleAssignment | None = None
) -> None:
    """Of another coalition, retired, or people who are not there. Who held it already may stay."""
    organisation = Organisation.objects.locked(told.organisation.pk)
    if organisation.coalition_id != coalition:
        raise Refusal(_("They are not in the same coalition."))
    is_kept = besides is not None and besides.organisation_id == organisation.pk
    if organisation.retired_on and not is_kept:
        words = _("%(name)s is retired. Seat somebody with whom you work.")
        raise Refusal(words % {"name": organisation.name})
    if told.delegate and told.delegate == told.contact:
        raise Refusal(_("Nobody comes in their own place. Choose two people."))
    known = {besides.contact_id, besides.delegate_id} if besides else set()
    for person in filter(None, (told.contact, told.delegate)):
        if person.organisation_id != organisation.pk:
            words = _("%(person)s is not at %(name)s.")
            raise Refusal(words % {"person": person.name, "name": organisation.name})
        if person.left_on and person.pk not in known:
            words = _("%(person)s has left %(name)s.")
            raise Refusal(words % {"person": person.name, "name": organisation.name})


def _refuse_taken(seat: Seat, told: Holding, *, besides: RoleAssignment | None = None) -> None:
    """The database would refuse it too, but not say who holds it."""
    rows = RoleAssignment.objects.overlapping(
        seat.pk, starts_on=told.starts_on, ends_on=told.ends_on
    )
    if besides:
        rows = rows.exclude(pk=besides.pk)
    held = rows.told().order_by("starts_on").first()
    if held:
        words = _("%(held)s Choose other days, or hand it over.")
        raise Refusal(words % {"held": held_words(held)})
