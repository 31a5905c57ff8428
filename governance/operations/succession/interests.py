"""Who would like to grow into which role; withdrawn, or answered."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import Function, Interest, Seat


@dataclass(frozen=True)
class Wish:
    """One of seat, function and words; for when; and what would help."""

    ready: str
    seat: Seat | None = None
    function: Function | None = None
    words: str = ""
    helps: str = ""


@transaction.atomic
def offer(coalition: Coalition, wish: Wish, *, on: date, by: Person) -> Interest:
    """Refuses to note the same wish of one person twice."""
    Coalition.objects.lock(coalition.pk)
    same = {"seat": wish.seat, "function": wish.function, "words": wish.words}
    if Interest.objects.of_coalition(coalition.pk).standing().by(by).filter(**same).exists():
        raise Refusal(_("You have said this already."))
    with recording("interest.offered", by=by):
        return Interest.objects.create(
            coalition=coalition,
            person=by,
            ready=wish.ready,
            helps=wish.helps,
            offered_on=on,
            **same,
        )


@transaction.atomic
def withdraw(interest: Interest, *, on: date, by: Person) -> Interest:
    """Only who said it withdraws it. Twice keeps the first day."""
    interest = _locked(interest)
    if interest.person_id != by.pk:
        raise Refusal(_("Only they can withdraw what they said."))
    if not interest.is_withdrawn:
        with recording("interest.withdrawn", by=by):
            interest.withdrawn_on = on
            interest.save(update_fields=["withdrawn_on"])
    return interest


@transaction.atomic
def restore(interest: Interest, *, by: Person) -> Interest:
    """They would like to after all."""
    interest = _locked(interest)
    if interest.person_id != by.pk:
        raise Refusal(_("Only they can withdraw what they said."))
    if interest.is_withdrawn:
        with recording("interest.restored", by=by):
            interest.withdrawn_on = None
            interest.save(update_fields=["withdrawn_on"])
    return interest


@transaction.atomic
def answer(interest: Interest, *, words: str, on: date, by: Person) -> Interest:
    """What becomes of it, in words that the person reads."""
    interest = _locked(interest)
    if interest.is_withdrawn:
        raise Refusal(_("They have withdrawn this meanwhile."))
    with recording("interest.answered", by=by):
        interest.answer, interest.answered_on, interest.answered_by = words, on, by
        interest.save(update_fields=["answer", "answered_on", "answered_by"])
    return interest


def _locked(interest: Interest) -> Interest:
    return Interest.objects.select_for_update(of=("self",)).get(pk=interest.pk)
