"""Logging what happened with a partner, changing it, and taking it away; each can be undone."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.forms import ModelForm
from django.utils.translation import gettext as _

from accounts.models import Membership, Person
from accounts.permissions import Permission
from common.history.tracking import recording
from common.history.undoing import take_back, wrote_here
from common.refusal import Refusal
from partners.models import (
    Contact,
    EventGuest,
    Organisation,
    PartnerEvent,
    TalkRules,
    TalkTier,
    Touchpoint,
    TouchpointContact,
    TouchpointMember,
)
from partners.models.talks.touchpoints import USUAL

# From parents to children, as an undo needs them.
MODELS = (
    TalkRules,
    TalkTier,
    PartnerEvent,
    EventGuest,
    Touchpoint,
    TouchpointContact,
    TouchpointMember,
)


@dataclass(frozen=True)
class Talk:
    """What somebody tells of a touchpoint. Who spoke and by which way may be left to what is usual."""

    kind: str
    on: date
    said: str = ""
    direction: str = ""
    channel: str = ""
    contacts: tuple[Contact, ...] = ()
    members: tuple[Person, ...] = ()
    asks: bool = False
    answers: Touchpoint | None = None
    follow_up_on: date | None = None
    follow_up_by: Person | None = None
    event: PartnerEvent | None = field(default=None)

    def columns(self, *, by: Person) -> dict[str, object]:
        """The touchpoint's own columns; whoever logs a follow-up without a name means themselves."""
        direction = self.direction or str(USUAL[self.kind][0])
        is_asking = self.asks or self.kind == Touchpoint.Kind.ASK
        return {
            "kind": self.kind,
            "on": self.on,
            "said": self.said,
            "direction": direction,
            "channel": self.channel,
            "asks": is_asking and direction != Touchpoint.Direction.FROM_THEM,
            "answers": self.answers,
            "follow_up_on": self.follow_up_on,
            "follow_up_by": (self.follow_up_by or by) if self.follow_up_on else None,
        }


@transaction.atomic
def log(organisation: Organisation, talk: Talk, *, by: Person, at: datetime) -> Touchpoint:
    """Keep what happened; of ours it was `by` if nobody is named."""
    home = Organisation.objects.locked_home(organisation.pk)
    columns = talk.columns(by=by)
    columns["channel"] = talk.channel or str(USUAL[talk.kind][1])
    with recording("touchpoint.logged", by=by):
        touchpoint = Touchpoint.objects.create(
            coalition_id=home.coalition_id,
            organisation=home,
            event=talk.event,
            logged_by=by,
            logged_at=at,
            **columns,
        )
        _write_people(touchpoint, talk.contacts, talk.members or (by,))
    return touchpoint


@transaction.atomic
def change(touchpoint: Touchpoint, talk: Talk, *, by: Person) -> Touchpoint:
    """A day that is put off, or taken away, makes a follow-up open again."""
    touchpoint = _locked(touchpoint)
    with recording("touchpoint.changed", by=by):
        if touchpoint.follow_up_on != talk.follow_up_on:
            touchpoint.follow_up_done_on = None
        for column, value in talk.columns(by=by).items():
            setattr(touchpoint, column, value)
        touchpoint.save()
        _write_people(touchpoint, talk.contacts, talk.members)
    return touchpoint


@transaction.atomic
def delete(touchpoint: Touchpoint, *, by: Person) -> None:
    """It is gone from every page; history and the undo still know it. Twice is once."""
    with recording("touchpoint.deleted", by=by):
        found = Touchpoint.objects.select_for_update(of=("self",)).filter(pk=touchpoint.pk).first()
        if found:
            found.delete()


@transaction.atomic
def follow_up_done(touchpoint: Touchpoint, *, on: date, by: Person) -> Touchpoint:
    """Done twice keeps the first day."""
    touchpoint = _locked(touchpoint)
    if touchpoint.follow_up_on is None:
        raise Refusal(_("Nothing was to be followed up here."))
    with recording("touchpoint.followed_up", by=by):
        touchpoint.follow_up_done_on = touchpoint.follow_up_done_on or on
        touchpoint.save(update_fields=["follow_up_done_on"])
    return touchpoint


@transaction.atomic
def set_tier(organisation: Organisation, *, tier: str, by: Person) -> TalkTier:
    """How close they are: from then on the days of that tier hold."""
    home = Organisation.objects.locked_home(organisation.pk)
    with recording("talk_tier.set", by=by):
        found, _is_new = TalkTier.objects.update_or_create(
            organisation=home, defaults={"coalition_id": home.coalition_id, "tier": tier}
        )
    return found


@transaction.atomic
def set_rules(form: ModelForm, *, by: Person) -> TalkRules:
    """From now on these days hold, for all tiers of the coalition."""
    with recording("talk_rules.set", by=by):
        return form.save()


def has_changed_talks(membership: Membership, change_id: UUID) -> bool:
    """Whether the change was one of talks here, and this member made it or keeps partners."""
    keeps_all = membership.may(Permission.EDIT_PARTNERS)
    return wrote_here(
        change_id,
        models=MODELS,
        coalition=membership.coalition_id,
        person=None if keeps_all else membership.person_id,
    )


def undo(change_id: UUID, *, by: Person) -> None:
    """Take one change of talks back. Refuses when what it wrote was changed again since."""
    take_back(
        change_id,
        models=MODELS,
        verb="touchpoint.undone",
        by=by,
        in_the_way=_("Something else depends on how it stands now. Change it by hand instead."),
    )


def _locked(touchpoint: Touchpoint) -> Touchpoint:
    found = Touchpoint.objects.select_for_update(of=("self",)).filter(pk=touchpoint.pk).first()
    if found is None:
        raise Refusal(_("Somebody has deleted this meanwhile."))
    return found


def _write_people(
    touchpoint: Touchpoint, contacts: Iterable[Contact], members: Iterable[Person]
) -> None:
    """Those who stay keep their rows, so that history tells only of who came and went."""
    of = {"coalition_id": touchpoint.coalition_id, "touchpoint": touchpoint}
    theirs, ours = {one.pk for one in contacts}, {one.pk for one in members}
    known = set(touchpoint.theirs.values_list("contact_id", flat=True))
    met = set(touchpoint.ours.values_list("person_id", flat=True))
    touchpoint.theirs.filter(contact__in=known - theirs).delete()
    touchpoint.ours.filter(person__in=met - ours).delete()
    TouchpointContact.objects.bulk_create(
        TouchpointContact(**of, contact_id=pk) for pk in sorted(theirs - known)
    )
    TouchpointMember.objects.bulk_create(
        TouchpointMember(**of, person_id=pk) for pk in sorted(ours - met)
    )
