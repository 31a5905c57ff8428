"""Writing a call, publishing it, closing it, and saying that all is decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from partners.models import WHOLE, Application, Call, Criterion
from partners.starter_words import CALL_CRITERIA


@dataclass(frozen=True)
class CallWords:
    """What a form says of a call."""

    title: str
    slug: str
    about: str
    opens_on: date
    closes_on: date
    title_es: str = ""
    about_es: str = ""


@transaction.atomic
def write_call(
    coalition: Coalition, words: CallWords, *, with_criteria: bool, by: Person, at: datetime
) -> Call:
    """A new draft. Refuses an address that another call has."""
    call = Call(coalition=coalition, written_by=by, created_at=at)
    with recording("call.added", by=by):
        _write(call, words)
        if with_criteria:
            _fill_criteria(call)
    return call


@transaction.atomic
def edit_call(call: Call, words: CallWords, *, by: Person, at: datetime) -> Call:
    """A closing day that has not passed opens a closed call again; a decided one stays as it is."""
    call = Call.objects.locked(call.pk)
    refuse_decided(call)
    if call.published_at and words.slug != call.slug:
        raise Refusal(_("The address is on flyers by now, so it stays."))
    with recording("call.edited", by=by):
        if call.closed_at and words.closes_on != call.closes_on:
            call.closed_at = None
        _write(call, words)
    return call


def _write(call: Call, words: CallWords) -> None:
    for name, value in vars(words).items():
        setattr(call, name, value)
    try:
        with transaction.atomic():
            call.save()
    except IntegrityError as error:
        raise Refusal(_("Another call has this address already. Choose another one.")) from error


@transaction.atomic
def publish(call: Call, *, by: Person, at: datetime) -> Call:
    """From its first day on strangers can apply. Refuses unless the weights add up to 100."""
    call = Call.objects.locked(call.pk)
    if call.published_at:
        return call
    _refuse_weights(call)
    if call.closes_on < call.coalition.day(at=at):
        raise Refusal(_("Its closing day is over. Choose a later one first."))
    with recording("call.published", by=by):
        call.published_at = at
        call.save(update_fields=["published_at"])
    return call


@transaction.atomic
def take_back(call: Call, *, by: Person) -> Call:
    """A draft again. Refuses once somebody has applied: they answered to what it says."""
    call = Call.objects.locked(call.pk)
    refuse_decided(call)
    if call.published_at is None:
        return call
    if Application.objects.of(call).exists():
        raise Refusal(_("Somebody has applied already, so the call stays as they have read it."))
    with recording("call.taken_back", by=by):
        call.published_at = call.closed_at = None
        call.save(update_fields=["published_at", "closed_at"])
    return call


@transaction.atomic
def close(call: Call, *, by: Person, at: datetime) -> Call:
    """No more applications, before its day or on it."""
    call = Call.objects.locked(call.pk)
    if call.published_at is None:
        raise Refusal(_("A draft is not open, so it cannot be closed."))
    if call.state(on=call.coalition.day(at=at)) != Call.State.OPEN:
        return call
    with recording("call.closed", by=by):
        call.closed_at = at
        call.save(update_fields=["closed_at"])
    return call


@transaction.atomic
def finish(call: Call, *, by: Person, at: datetime) -> Call:
    """All is decided; from now on the call is a record. Refuses while anybody waits for a decision."""
    call = Call.objects.locked(call.pk)
    if call.decided_at:
        return call
    if call.state(on=call.coalition.day(at=at)) != Call.State.CLOSED:
        raise Refusal(_("Close the call first."))
    if Application.objects.of(call).undecided().exists():
        raise Refusal(_("Somebody still waits for a decision. Decide on every application first."))
    with recording("call.decided", by=by):
        call.decided_at = at
        call.save(update_fields=["decided_at"])
    return call


@transaction.atomic
def reopen_record(call: Call, *, by: Person) -> Call:
    """Something is to be decided anew after all."""
    call = Call.objects.locked(call.pk)
    if call.decided_at is None:
        return call
    with recording("call.decided_anew", by=by):
        call.decided_at = None
        call.save(update_fields=["decided_at"])
    return call


# ---------------------------------------------------------------- criteria


@transaction.atomic
def add_criterion(call: Call, values: Mapping[str, Any], *, by: Person) -> Criterion:
    """Refuses once the call is published, a name that another one has, and more than 100 in all."""
    call = _locked_draft(call)
    position = Criterion.objects.of(call).next_position()
    criterion = Criterion(coalition_id=call.coalition_id, call=call, position=position)
    with recording("criterion.added", by=by):
        _write_criterion(criterion, values)
    return criterion


@transaction.atomic
def edit_criterion(criterion: Criterion, values: Mapping[str, Any], *, by: Person) -> Criterion:
    _locked_draft(criterion.call)
    criterion = Criterion.objects.select_for_update(of=("self",)).get(pk=criterion.pk)
    with recording("criterion.edited", by=by):
        _write_criterion(criterion, values)
    return criterion


@transaction.atomic
def remove_criterion(criterion: Criterion, *, by: Person) -> None:
    _locked_draft(criterion.call)
    with recording("criterion.removed", by=by):
        criterion.delete()


def _write_criterion(criterion: Criterion, values: Mapping[str, Any]) -> None:
    others = Criterion.objects.of(criterion.call_id).exclude(pk=criterion.pk)
    left = WHOLE - others.total_weight()
    if values["weight"] > left:
        raise Refusal(
            _("The others weigh %(others)d already, so %(left)d are left for this one.")
            % {"others": WHOLE - left, "left": left}
        )
    if others.filter(name=values["name"]).exists():
        raise Refusal(_("There is a criterion of that name already."))
    for name, value in values.items():
        setattr(criterion, name, value)
    criterion.save()


def _fill_criteria(call: Call) -> None:
    """Four to begin with, in the language of whoever opens the call."""
    Criterion.objects.bulk_create(
        Criterion(
            coalition_id=call.coalition_id,
            call=call,
            position=position,
            name=str(usual.name),
            question=str(usual.question),
            weight=usual.weight,
            meanings=[str(one) for one in usual.meanings],
        )
        for position, usual in enumerate(CALL_CRITERIA)
    )


def _refuse_weights(call: Call) -> None:
    total = Criterion.objects.of(call).total_weight()
    if total != WHOLE:
        raise Refusal(
            _("The weights of the criteria add up to %(total)d. They must add up to 100.")
            % {"total": total}
        )


def _locked_draft(call: Call) -> Call:
    call = Call.objects.locked(call.pk)
    if call.published_at:
        raise Refusal(
            _("The call is published, so its criteria stand: all are judged by the same.")
        )
    return call


def refuse_decided(call: Call) -> None:
    if call.decided_at:
        raise Refusal(_("All is decided, so the call stays as it is, as a record."))
