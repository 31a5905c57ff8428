"""Where a call was made known, and which members read for it."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from accounts.permissions import Permission
from common.history.tracking import recording
from common.refusal import Refusal
from partners import emails
from partners.models import Application, Call, Outreach, Reviewer
from partners.operations.calls.opening import refuse_decided


@transaction.atomic
def add_outreach(call: Call, *, name: str, on: date, note: str, by: Person) -> Outreach:
    call = Call.objects.locked(call.pk)
    refuse_decided(call)
    with recording("outreach.added", by=by):
        return _save(
            Outreach(coalition_id=call.coalition_id, call=call, name=name, on=on, note=note)
        )


@transaction.atomic
def edit_outreach(outreach: Outreach, *, name: str, on: date, note: str, by: Person) -> Outreach:
    refuse_decided(Call.objects.locked(outreach.call_id))
    outreach = Outreach.objects.select_for_update(of=("self",)).get(pk=outreach.pk)
    with recording("outreach.edited", by=by):
        outreach.name, outreach.on, outreach.note = name, on, note
        return _save(outreach)


@transaction.atomic
def remove_outreach(outreach: Outreach, *, by: Person) -> None:
    """Refuses when somebody has said that they came by it."""
    refuse_decided(Call.objects.locked(outreach.call_id))
    if Application.objects.filter(heard_from=outreach).exists():
        raise Refusal(_("Somebody has come by this way, so it stays on record."))
    with recording("outreach.removed", by=by):
        outreach.delete()


def _save(outreach: Outreach) -> Outreach:
    try:
        with transaction.atomic():
            outreach.save()
    except IntegrityError as error:
        raise Refusal(_("This is on the list for that day already.")) from error
    return outreach


# ---------------------------------------------------------------- reviewers


@transaction.atomic
def ask_reviewer(call: Call, person: Person, *, by: Person, at: datetime) -> Reviewer:
    """Ask a member to read; they get a letter. Who was released reads again; asked twice is asked once."""
    call = Call.objects.locked(call.pk)
    refuse_decided(call)
    today = call.coalition.day(at=at)
    found = Reviewer.objects.of(call).filter(person=person).first()
    if found and not found.released_on:
        return found
    reviewer = found or Reviewer(
        coalition_id=call.coalition_id, call=call, person=person, asked_on=today
    )
    members = call.coalition.members.active().of(person)
    if not members.holding(Permission.REVIEW_APPLICATIONS).exists():
        raise Refusal(_("%(name)s is no member who can score applications.") % {"name": person})
    with recording("reviewer.asked", by=by):
        reviewer.asked_on, reviewer.released_on = today, None
        reviewer.save()
        if person != by:
            emails.asked_to_review(reviewer, by=by, at=at)
    return reviewer


@transaction.atomic
def release_reviewer(reviewer: Reviewer, *, by: Person, on: date) -> Reviewer:
    """They read no more; what they gave by now counts."""
    refuse_decided(Call.objects.locked(reviewer.call_id))
    reviewer = Reviewer.objects.select_for_update(of=("self",)).get(pk=reviewer.pk)
    if reviewer.released_on:
        return reviewer
    with recording("reviewer.released", by=by):
        reviewer.released_on = on
        reviewer.save(update_fields=["released_on"])
    return reviewer
