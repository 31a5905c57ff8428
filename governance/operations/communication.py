"""Keeping the communication plan, and noting what was sent."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import Body, RegularMessage, SentMessage
from governance.reports.communication.occasions import next_after, passed


@dataclass(frozen=True)
class Sending:
    """What somebody says of a message that was sent."""

    sent_on: date
    note: str = ""
    link: str = ""


@transaction.atomic
def add(message: RegularMessage, *, by: Person) -> RegularMessage:
    """The rhythm counts from the day on which it is due for the first time."""
    message.first_due_on = message.due_on
    with recording("message.planned", by=by):
        message.save()
    return message


@transaction.atomic
def edit(message: RegularMessage, *, by: Person) -> RegularMessage:
    """Whoever gives it another day or another rhythm has it count anew from that day."""
    before = RegularMessage.objects.select_for_update(of=("self",)).get(pk=message.pk)
    rhythm = (before.cadence, before.due_on) != (message.cadence, message.due_on)
    message.first_due_on = message.due_on if rhythm else before.first_due_on
    with recording("message.edited", by=by):
        message.save()
    return message


@transaction.atomic
def retire(message: RegularMessage, *, on: date, by: Person) -> RegularMessage:
    """It is sent no more; what was sent stays."""
    with recording("message.retired", by=by):
        message.retired_on = message.retired_on or on
        message.save(update_fields=["retired_on"])
    return message


@transaction.atomic
def bring_back(message: RegularMessage, *, on: date, by: Person) -> RegularMessage:
    """Due again on the next day of its rhythm: nothing was missed while it was retired."""
    with recording("message.brought_back", by=by):
        message.retired_on = None
        if message.first_due_on and message.due_on and message.due_on < on:
            first, cadence = message.first_due_on, message.cadence
            message.due_on = passed_or_next(first, cadence, on=on)
        message.save(update_fields=["retired_on", "due_on"])
    return message


def passed_or_next(first: date, cadence: str, *, on: date) -> date:
    """The day itself if it is one of the rhythm, else the next one."""
    today = passed(first, cadence, due_on=on, on=on)
    return today[0] if today else next_after(first, cadence, day=on)


@transaction.atomic
def send(message: RegularMessage, told: Sending, *, on: date, by: Person) -> SentMessage:
    """It was sent: for the latest occasion that had come, or for the next one ahead of its day.

    Occasions between that had gone by unsent are counted as missed. Refuses a day to come, a day before the
    last sending, and what is sent no more.
    """
    row = RegularMessage.objects.select_for_update(of=("self",)).get(pk=message.pk)
    _refuse_sending(row, told, on=on)
    missed, due_on = _settled(row, told.sent_on)
    with recording("message.sent", by=by):
        sent = SentMessage.objects.create(
            coalition_id=row.coalition_id,
            message=row,
            sent_on=told.sent_on,
            sent_by=by,
            due_on=row.due_on,
            missed=missed,
            note=told.note,
            link=told.link,
        )
        row.due_on = due_on
        row.save(update_fields=["due_on"])
    return sent


def _refuse_sending(row: RegularMessage, told: Sending, *, on: date) -> None:
    if row.is_retired:
        raise Refusal(_("This message is sent no more. Bring it back first."))
    if told.sent_on > on:
        raise Refusal(_("That day is still to come. Note it once it is sent."))
    if row.sent.filter(sent_on__gt=told.sent_on).exists():
        raise Refusal(_("It was sent on a later day already."))


def _settled(row: RegularMessage, sent_on: date) -> tuple[int, date | None]:
    """How many occasions were missed before, and which one comes next."""
    if row.cadence == Body.Cadence.AS_NEEDED or not (row.first_due_on and row.due_on):
        return 0, None
    first, cadence = row.first_due_on, row.cadence
    came = passed(first, cadence, due_on=row.due_on, on=sent_on)
    latest = came[-1] if came else row.due_on
    return max(len(came) - 1, 0), next_after(first, cadence, day=latest)


@transaction.atomic
def take_back(sent: SentMessage, *, by: Person) -> RegularMessage:
    """It was not sent after all: it is due again as it was. Refuses all but the last sending."""
    row = RegularMessage.objects.select_for_update(of=("self",)).get(pk=sent.message_id)
    if row.sent.latest_first().first() != sent:
        raise Refusal(_("It was sent again since, so this cannot be taken back any more."))
    with recording("message.taken_back", by=by):
        if sent.due_on:
            row.due_on = sent.due_on
            row.save(update_fields=["due_on"])
        sent.delete()
    return row
