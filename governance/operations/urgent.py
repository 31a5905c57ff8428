"""Keeping urgent protocols with their call trees, and running one."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import CallRow, UrgentCall, UrgentMessage, UrgentProtocol


@transaction.atomic
def add(protocol: UrgentProtocol, *, by: Person) -> UrgentProtocol:
    with recording("protocol.written", by=by):
        protocol.save()
    return protocol


@transaction.atomic
def edit(protocol: UrgentProtocol, *, by: Person) -> UrgentProtocol:
    with recording("protocol.edited", by=by):
        protocol.save()
    return protocol


@transaction.atomic
def retire(protocol: UrgentProtocol, *, on: date, by: Person) -> UrgentProtocol:
    """Refuses while it runs."""
    if protocol.messages.running().exists():
        raise Refusal(_("It runs now. End it first."))
    with recording("protocol.retired", by=by):
        protocol.retired_on = protocol.retired_on or on
        protocol.save(update_fields=["retired_on"])
    return protocol


@transaction.atomic
def bring_back(protocol: UrgentProtocol, *, by: Person) -> UrgentProtocol:
    """Refuses when there is another one for the same meanwhile."""
    try:
        with transaction.atomic(), recording("protocol.brought_back", by=by):
            protocol.retired_on = None
            protocol.save(update_fields=["retired_on"])
    except IntegrityError as error:
        raise Refusal(_("There is a protocol for this already.")) from error
    return protocol


# ---------------------------------------------------------------- the call tree


@transaction.atomic
def add_call(row: CallRow, *, by: Person) -> CallRow:
    """Last among those whom the same person calls. Refuses somebody who is in the tree already."""
    rows = _tree(row)
    _refuse_twin(row, rows)
    row.position = max((one.position for one in rows), default=0) + 1
    with recording("call.added", by=by):
        row.save()
    return row


@transaction.atomic
def edit_call(row: CallRow, *, by: Person) -> CallRow:
    """Refuses to have people call in a circle: then nobody would begin."""
    rows = _tree(row)
    _refuse_twin(row, rows)
    callers = {one.pk: one.called_by_id for one in rows} | {row.pk: row.called_by_id}
    above, seen = row.called_by_id, set()
    while above is not None and above not in seen:
        if above == row.pk:
            raise Refusal(_("They would call each other in a circle. Choose somebody else."))
        seen.add(above)
        above = callers.get(above)
    with recording("call.edited", by=by):
        row.save()
    return row


@transaction.atomic
def remove_call(row: CallRow, *, on: date, by: Person) -> CallRow:
    """Those whom they would have called are called by who called them."""
    with recording("call.removed", by=by):
        for below in row.calls.current():
            below.called_by_id = row.called_by_id
            below.save(update_fields=["called_by"])
        row.removed_on = row.removed_on or on
        row.save(update_fields=["removed_on"])
    return row


@transaction.atomic
def move_call(row: CallRow, *, step: int, by: Person) -> CallRow:
    """One place earlier or later among those whom the same person calls; at either end nothing happens."""
    beside = [one for one in _tree(row) if one.called_by_id == row.called_by_id]
    here = next((at for at, one in enumerate(beside) if one.pk == row.pk), None)
    if here is None or not 0 <= here + step < len(beside):
        return row
    one, other = beside[here], beside[here + step]
    one.position, other.position = other.position, one.position
    with recording("call.moved", by=by):
        CallRow.objects.bulk_update([one, other], ["position"])
    return row


def _tree(row: CallRow) -> list[CallRow]:
    """Who is in it now. The protocol is locked: what is judged over a tree is judged by one at a time."""
    UrgentProtocol.objects.select_for_update().get(pk=row.protocol_id)
    return list(CallRow.objects.filter(protocol=row.protocol_id).current().in_order())


def _refuse_twin(row: CallRow, rows: list[CallRow]) -> None:
    for other in rows:
        is_same = (row.contact_id, row.member_id) == (other.contact_id, other.member_id)
        if is_same and other.pk != row.pk:
            raise Refusal(_("%(name)s is called already.") % {"name": row.name})


# ---------------------------------------------------------------- when it is needed


@transaction.atomic
def start(protocol: UrgentProtocol, *, words: str, at: datetime, by: Person) -> UrgentMessage:
    """From now on it is noted who was reached. Refuses a second start while it runs, and an empty tree."""
    UrgentProtocol.objects.select_for_update().get(pk=protocol.pk)
    if protocol.is_retired:
        raise Refusal(_("This protocol is retired. Bring it back first."))
    if protocol.messages.running().exists():
        raise Refusal(_("It runs already."))
    rows = list(CallRow.objects.filter(protocol=protocol).current().in_order())
    if not rows:
        raise Refusal(_("Nobody is in the call tree yet."))
    with recording("urgent.started", by=by):
        message = UrgentMessage.objects.create(
            coalition_id=protocol.coalition_id,
            protocol=protocol,
            words=words,
            started_at=at,
            started_by=by,
        )
        UrgentCall.objects.bulk_create(
            UrgentCall(coalition_id=protocol.coalition_id, message=message, row=row) for row in rows
        )
    return message


@transaction.atomic
def note_call(call: UrgentCall, *, outcome: str, at: datetime, by: Person) -> UrgentCall:
    """What came of a call. Waiting again when it was pressed by mistake. Refuses once it is over."""
    locked = UrgentCall.objects.select_for_update(of=("self",)).get(pk=call.pk)
    if not locked.message.is_running:
        raise Refusal(_("It is over. What was noted stays as it is."))
    if locked.outcome == outcome:
        return locked
    is_made = outcome != UrgentCall.Outcome.WAITING
    with recording("urgent.called", by=by):
        locked.outcome = outcome
        locked.at, locked.by = (at, by) if is_made else (None, None)
        locked.save()
    return locked


@transaction.atomic
def end(message: UrgentMessage, *, learned: str, at: datetime, by: Person) -> UrgentMessage:
    locked = UrgentMessage.objects.select_for_update(of=("self",)).get(pk=message.pk)
    if not locked.is_running:
        raise Refusal(_("It is over already."))
    with recording("urgent.ended", by=by):
        locked.ended_at, locked.ended_by, locked.learned = at, by, learned
        locked.save()
    return locked
