"""Starting a newcomer's checklist, ticking its items, and finishing it."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Membership, Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import Audience, JoiningStep, Onboarding, OnboardingItem
from governance.operations.joining.known import tick_what_is_known
from governance.operations.joining.ticking import ticked
from governance.reports.joining.joined import day_joined
from partners.models import Organisation


@transaction.atomic
def start_for_partner(
    organisation: Organisation, *, by: Person, on: date, at: datetime
) -> Onboarding:
    """A partner's checklist, made of the coalition's list as it stands now. Open already, it is that one.

    Refuses for an organisation that is no partner, and while the coalition has no list.
    """
    coalition = Coalition.objects.lock(organisation.coalition_id)
    home = Organisation.objects.locked_home(organisation.pk)
    found = Onboarding.objects.of_partner(home).open().first()
    if found:
        return found
    if home.is_retired or home.kind != Organisation.Kind.PARTNER:
        raise Refusal(_("%(name)s is not a partner now.") % {"name": home})
    joined_on = day_joined(home) or on
    made = Onboarding(coalition=coalition, organisation=home, joined_on=joined_on, started_on=on)
    return _start(made, Audience.PARTNER, by=by, at=at)


@transaction.atomic
def start_for_member(membership: Membership, *, by: Person, on: date, at: datetime) -> Onboarding:
    """The same for a person who became a member. Refuses for somebody who has left."""
    coalition = Coalition.objects.lock(membership.coalition_id)
    found = Onboarding.objects.of_member(membership).open().first()
    if found:
        return found
    if membership.is_over(on=on):
        raise Refusal(_("%(person)s is not a member any more.") % {"person": membership.person})
    made = Onboarding(
        coalition=coalition,
        membership=membership,
        joined_on=membership.started_on,
        started_on=on,
    )
    return _start(made, Audience.PERSON, by=by, at=at)


def _start(onboarding: Onboarding, audience: str, *, by: Person, at: datetime) -> Onboarding:
    steps = JoiningStep.objects.of_coalition(onboarding.coalition_id).current()
    listed = list(steps.meant_for(audience))
    if not listed:
        raise Refusal(_("Your checklist is empty. Fill it in first."))
    with recording("onboarding.started", by=by):
        onboarding.save()
        OnboardingItem.objects.bulk_create(_item(onboarding, step) for step in listed)
        tick_what_is_known(onboarding, at=at)
    return onboarding


def _item(onboarding: Onboarding, step: JoiningStep) -> OnboardingItem:
    """Due some days after they joined, but never before the list was started."""
    due = None
    if step.due_days is not None:
        due = max(onboarding.joined_on + timedelta(days=step.due_days), onboarding.started_on)
    return OnboardingItem(
        coalition_id=onboarding.coalition_id,
        onboarding=onboarding,
        step=step,
        kind=step.kind,
        words=step.words,
        hint=step.hint,
        due_on=due,
        is_theirs=step.is_theirs,
        position=step.position,
    )


# ---------------------------------------------------------------- items


@transaction.atomic
def add_item(
    onboarding: Onboarding, *, words: str, due_on: date | None, is_theirs: bool, by: Person
) -> OnboardingItem:
    """Something that stands on this newcomer's list alone."""
    onboarding = _locked_open(onboarding)
    last = OnboardingItem.objects.of(onboarding).last()
    with recording("onboarding_item.added", by=by):
        return OnboardingItem.objects.create(
            coalition_id=onboarding.coalition_id,
            onboarding=onboarding,
            words=words,
            due_on=due_on,
            is_theirs=is_theirs,
            position=last.position + 1 if last else 1,
        )


@transaction.atomic
def tick(
    item: OnboardingItem, *, done_on: date, by: Person, at: datetime, on: date
) -> OnboardingItem:
    """It has happened, on that day. Ticked already, it stays as it was.

    Refuses a day that is still to come, and what is read from the roles.
    """
    onboarding = _locked_open(item.onboarding)
    item = OnboardingItem.objects.of(onboarding).get(pk=item.pk)
    if item.done_on:
        return item
    if item.is_read_from_roles:
        raise Refusal(_("A first role is read from the seats and functions. Give them one there."))
    if done_on > on:
        raise Refusal(_("That day is still to come."))
    with recording("onboarding_item.ticked", by=by):
        return ticked(item, done_on=done_on, by=by, at=at)


@transaction.atomic
def clear(item: OnboardingItem, *, by: Person) -> OnboardingItem:
    """It was ticked by mistake, or on a wrong day."""
    onboarding = _locked_open(item.onboarding)
    item = OnboardingItem.objects.of(onboarding).get(pk=item.pk)
    if not item.done_on:
        return item
    with recording("onboarding_item.cleared", by=by):
        item.done_on = item.ticked_by = item.ticked_at = None
        item.save(update_fields=["done_on", "ticked_by", "ticked_at"])
    return item


# ---------------------------------------------------------------- the end


@transaction.atomic
def finish(onboarding: Onboarding, *, because: str, by: Person, on: date) -> Onboarding:
    """They have come in, or this stops. Refuses to stop without a reason while something is open."""
    onboarding = Onboarding.objects.locked(onboarding.pk)
    if not onboarding.is_open:
        return onboarding
    is_all_done = not OnboardingItem.objects.of(onboarding).kept_open().exists()
    if not is_all_done and not because:
        raise Refusal(_("Something on the list is open. Say why you stop here."))
    with recording("onboarding.finished", by=by, reason=because):
        onboarding.ended_on = max(on, onboarding.started_on)
        onboarding.ended_because = because
        onboarding.save(update_fields=["ended_on", "ended_because"])
    return onboarding


@transaction.atomic
def reopen(onboarding: Onboarding, *, by: Person) -> Onboarding:
    """Refuses when the newcomer has another open list by now."""
    onboarding = Onboarding.objects.locked(onboarding.pk)
    if onboarding.is_open:
        return onboarding
    others = (
        Onboarding.objects.of_coalition(onboarding.coalition_id)
        .open()
        .filter(organisation=onboarding.organisation, membership=onboarding.membership)
    )
    if others.exists():
        raise Refusal(_("They have another open checklist by now."))
    with recording("onboarding.reopened", by=by):
        onboarding.ended_on, onboarding.ended_because = None, ""
        onboarding.save(update_fields=["ended_on", "ended_because"])
    return onboarding


def _locked_open(onboarding: Onboarding) -> Onboarding:
    locked = Onboarding.objects.locked(onboarding.pk)
    if not locked.is_open:
        raise Refusal(_("This checklist is finished. Open it again first."))
    return locked
