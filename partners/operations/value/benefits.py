"""What we promise to partners: promised, under way, delivered, taken back; and what they say of it."""

from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from partners.models import Benefit, Organisation, ValueStatement
from partners.operations.value.redating import redate

State = Benefit.State
NOT_DELIVERED = {
    "delivered_on": None,
    "delivered_what": "",
    "amount": None,
    "unit": "",
    "own_unit": "",
}
NOT_WITHDRAWN = {"withdrawn_on": None, "withdrawn_reason": ""}


@transaction.atomic
def promise(organisation: Organisation, benefit: Benefit, *, by: Person) -> Benefit:
    """Put a gain on record for the organisation, or for the one that has taken its place by now."""
    home = Organisation.objects.locked_home(organisation.pk)
    with recording("benefit.promised", by=by):
        benefit.coalition_id, benefit.organisation = home.coalition_id, home
        benefit.save()
    return benefit


@transaction.atomic
def edit_benefit(benefit: Benefit, *, by: Person, is_agreed: bool = False) -> Benefit:
    """Save what its form has written: words, kind, days, our note. Its state has verbs of its own.

    `is_agreed` says that they know the day by which it is promised now, and that it suits them.
    """
    now = Benefit.objects.select_for_update(of=("self",)).get(pk=benefit.pk)
    redate(benefit, now, is_agreed=is_agreed)
    told = [
        "kind",
        "is_tangible",
        "words",
        "promised_on",
        "promised_by",
        "due_on",
        "first_due_on",
        "held_to_on",
        "times_moved",
        "note",
    ]
    with recording("benefit.edited", by=by):
        benefit.save(update_fields=told)
    return benefit


@dataclass(frozen=True)
class Counted:
    """How much came, of what; nothing if it was not counted."""

    amount: Decimal | None = None
    unit: str = ""
    own_unit: str = ""


def deliver(
    benefit: Benefit, *, on: date, what: str, by: Person, counted: Counted = Counted()
) -> Benefit:
    """It came to them on a day. Refuses for what was taken back, or before it was promised."""
    return _change(
        benefit,
        "benefit.delivered",
        by=by,
        refuse=lambda now: _refuse_delivery(now, on=on),
        state=State.DELIVERED,
        delivered_on=on,
        delivered_what=what,
        **asdict(counted),
    )


def withdraw(benefit: Benefit, *, on: date, reason: str, by: Person) -> Benefit:
    """Take a promise back, with a reason that they see. What came to them stays with them."""
    return _change(
        benefit,
        "benefit.withdrawn",
        by=by,
        refuse=_refuse_withdrawal,
        state=State.WITHDRAWN,
        withdrawn_on=on,
        withdrawn_reason=reason,
    )


def set_open(benefit: Benefit, *, is_under_way: bool, by: Person) -> Benefit:
    """Under way, or promised only: also what was noted as delivered or taken back by mistake."""
    state = State.UNDER_WAY if is_under_way else State.PROMISED
    return _change(
        benefit,
        "benefit.reopened",
        by=by,
        state=state,
        **NOT_DELIVERED,
        **NOT_WITHDRAWN,
    )


def answer(
    benefit: Benefit, *, came: str, words: str, on: date, by: Person, is_their_own_word: bool
) -> Benefit:
    """What the partner says to "did it come?", from their own hand or as one of us heard it.

    Nobody writes over what they have said themselves. Of what was taken back nothing is asked.
    """
    return _change(
        benefit,
        "benefit.answered",
        by=by,
        refuse=lambda now: _refuse_answer(now, is_their_own_word=is_their_own_word),
        came=came,
        came_words=words,
        came_on=on,
        came_by=by,
        is_their_own_word=is_their_own_word,
    )


def _change(
    benefit: Benefit,
    verb: str,
    *,
    by: Person,
    refuse: Any = lambda now: None,
    **values: Any,
) -> Benefit:
    with transaction.atomic():
        now = Benefit.objects.select_for_update(of=("self",)).get(pk=benefit.pk)
        refuse(now)
        with recording(verb, by=by):
            for name, value in values.items():
                setattr(now, name, value)
            now.save(update_fields=list(values))
    return now


def _refuse_delivery(benefit: Benefit, *, on: date) -> None:
    if benefit.is_withdrawn:
        raise Refusal(_("This promise was taken back. Promise it again first."))
    if on < benefit.promised_on:
        raise Refusal(_("It cannot have come before it was promised."))


def _refuse_withdrawal(benefit: Benefit) -> None:
    if benefit.is_delivered:
        raise Refusal(_("This came to them already, so it cannot be taken back."))


def _refuse_answer(benefit: Benefit, *, is_their_own_word: bool) -> None:
    if benefit.is_withdrawn:
        raise Refusal(_("This promise was taken back, so nobody is asked whether it came."))
    if benefit.is_their_own_word and not is_their_own_word:
        raise Refusal(_("They have answered themselves. Only they change their own word."))


# ---------------------------------------------------------------- in words


def state_value(organisation: Organisation, *, words: str, by: Person, on: date) -> ValueStatement:
    """What we say to them that they gain; an empty text says nothing any more."""
    return _say(organisation, "value.stated", "statement", "stated", words=words, by=by, on=on)


def state_own_words(
    organisation: Organisation, *, words: str, by: Person, on: date
) -> ValueStatement:
    """What they say that they gain, from their own hand; what we say of it stays as it is."""
    return _say(organisation, "value.said", "own_words", "own_words", words=words, by=by, on=on)


def state_hopes(organisation: Organisation, *, words: str, by: Person, on: date) -> ValueStatement:
    """What they hope to gain, in their own words."""
    return _say(organisation, "value.hoped", "hopes", "hoped", words=words, by=by, on=on)


@transaction.atomic
def note_hopes(organisation: Organisation, *, words: str, by: Person, on: date) -> ValueStatement:
    """The same, as they told one of us. What they wrote themselves, only they change."""
    home = Organisation.objects.locked_home(organisation.pk)
    if ValueStatement.objects.told_of(home).are_hopes_in_their_hand:
        raise Refusal(_("They have written it down themselves. Only they change their own word."))
    return state_hopes(home, words=words, by=by, on=on)


@transaction.atomic
def _say(
    organisation: Organisation,
    verb: str,
    field: str,
    voice: str,
    *,
    words: str,
    by: Person,
    on: date,
) -> ValueStatement:
    home = Organisation.objects.locked_home(organisation.pk)
    said = ValueStatement.objects.told_of(home)
    if getattr(said, field) == words:
        return said
    with recording(verb, by=by):
        setattr(said, field, words)
        setattr(said, f"{voice}_on", on if words else None)
        setattr(said, f"{voice}_by", by if words else None)
        said.save()
    return said
