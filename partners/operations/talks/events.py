"""Partners' events: put into the calendar, changed, gone to; and having been there is a talk."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.forms import ModelForm
from django.utils.translation import gettext as _

from accounts.models import Membership, Person
from common.history.tracking import recording
from common.history.undoing import take_back, wrote_here
from common.refusal import Refusal
from partners.models import EventGuest, Organisation, PartnerEvent, Touchpoint, TouchpointMember
from partners.operations.talks.touchpoints import Talk, log


@transaction.atomic
def add_event(form: ModelForm, *, by: Person) -> PartnerEvent:
    event: PartnerEvent = form.instance
    event.organisation = Organisation.objects.locked_home(event.organisation_id)
    with recording("partner_event.added", by=by):
        return form.save()


@transaction.atomic
def change_event(form: ModelForm, *, by: Person) -> PartnerEvent:
    with recording("partner_event.changed", by=by):
        return form.save()


@transaction.atomic
def delete_event(event: PartnerEvent, *, by: Person) -> None:
    """What was logged of it stays. Twice is once."""
    with recording("partner_event.deleted", by=by):
        found = PartnerEvent.objects.select_for_update(of=("self",)).filter(pk=event.pk).first()
        if found:
            found.delete()


@transaction.atomic
def go(event: PartnerEvent, *, by: Person) -> None:
    with recording("partner_event.joined", by=by):
        EventGuest.objects.get_or_create(
            event=event, person=by, defaults={"coalition_id": event.coalition_id}
        )


@transaction.atomic
def stay_away(event: PartnerEvent, *, by: Person) -> None:
    with recording("partner_event.left", by=by):
        EventGuest.objects.filter(event=event, person=by).delete()


@transaction.atomic
def was_there(event: PartnerEvent, *, by: Person, on: date, at: datetime) -> Touchpoint:
    """Log that we were there, once for all: whoever presses later is added to who was."""
    event = PartnerEvent.objects.select_for_update(of=("self",)).get(pk=event.pk)
    if event.on > on:
        raise Refusal(_("It is still to come."))
    known = Touchpoint.objects.filter(event=event).first()
    if known is None:
        talk = Talk(kind=Touchpoint.Kind.EVENT, on=event.on, said=event.name, event=event)
        return log(event.organisation, talk, by=by, at=at)
    with recording("touchpoint.changed", by=by):
        TouchpointMember.objects.get_or_create(
            touchpoint=known, person=by, defaults={"coalition_id": known.coalition_id}
        )
    return known


def has_changed_events(membership: Membership, change_id: UUID) -> bool:
    """Whether this member made the change, and it was one of events here."""
    return wrote_here(
        change_id,
        models=[PartnerEvent],
        coalition=membership.coalition_id,
        person=membership.person_id,
    )


def undo_event(change_id: UUID, *, by: Person) -> None:
    """Take back one change of events. Refuses when what it wrote was changed again since."""
    take_back(
        change_id,
        models=(PartnerEvent, EventGuest),
        verb="partner_event.undone",
        by=by,
        in_the_way=_("A talk is logged of it by now. Ask whoever logged it."),
    )
