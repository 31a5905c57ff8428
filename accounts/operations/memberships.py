from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Membership, Person
from accounts.permissions import Role
from accounts.signals import membership_ended, membership_reinstated
from common.history.event_tables import events_of
from common.history.tracking import recording
from common.refusal import Refusal


@transaction.atomic
def change_role(membership: Membership, *, role: Role, by: Person) -> Membership:
    """Give a member another role. Refuses to make a partner, or to take the last administrator."""
    membership = _lock(membership)
    if membership.role == role:
        return membership
    _refuse_over(membership)
    if role == Role.PARTNER:
        raise Refusal(
            _("A partner speaks for an organisation: invite them from that organisation's page.")
        )
    refuse_last_administrator(membership)
    with recording("membership.role_changed", by=by):
        membership.role = role
        membership.save()
    return membership


@transaction.atomic
def end_membership(
    membership: Membership,
    *,
    by: Person,
    on: date,
    today: date | None = None,
    successor: Person | None = None,
) -> Membership:
    """Access ends on the day `on`, at once when that is today; what they did stays under their name.

    `today` is needed when the end lies ahead. A successor takes over what the person kept, now: so the
    two can still talk about it. What is over stays as it is.
    """
    membership = _lock(membership)
    if membership.is_over(on=today or on):
        return membership
    refuse_last_administrator(membership)
    with recording("membership.ended", by=by):
        membership.ended_on = max(on, membership.started_on)  # it may be tomorrow where they live
        membership.save()
        membership_ended.send(Membership, membership=membership, successor=successor, by=by)
    return membership


@transaction.atomic
def hand_over(membership: Membership, *, to: Person, by: Person) -> Membership:
    """Somebody else takes over what a person kept who has left, or will."""
    membership = _lock(membership)
    with recording("membership.handed_over", by=by):
        membership_ended.send(Membership, membership=membership, successor=to, by=by)
    return membership


@transaction.atomic
def reinstate(membership: Membership, *, by: Person, on: date) -> Membership:
    """Take back an ending up to its own day, and what was handed over with it.

    Later the person was really away, and is invited again.
    """
    membership = _lock(membership)
    if not membership.ended_on:
        return membership
    if not membership.can_be_reinstated(on=on):
        raise Refusal(
            _("An ending can be taken back on the same day only. Please invite the person again.")
        )
    others = membership.coalition.members.unended().of(membership.person)
    if others.exclude(pk=membership.pk).exists():
        raise Refusal(_("%(person)s is a member again already.") % {"person": membership.person})
    with recording("membership.reinstated", by=by):
        change = _change_that_ended(membership)
        membership.ended_on = None
        membership.save()
        membership_reinstated.send(Membership, membership=membership, change=change)
    return membership


def _lock(membership: Membership) -> Membership:
    """Changes to the members of one coalition queue up, so that "the last administrator" stays true."""
    Coalition.objects.lock(membership.coalition_id)
    return Membership.objects.with_people().select_related("coalition").get(pk=membership.pk)


def _change_that_ended(membership: Membership) -> UUID | None:
    """The change in which the end that stands now was written first."""
    own = events_of(Membership).filter(pgh_obj_id=membership.pk).order_by("pgh_id")
    before = own.filter(ended_on__isnull=True).last()
    first = own.filter(pgh_id__gt=before.pgh_id if before else 0).first()
    return first.pgh_context_id if first else None


def _refuse_over(membership: Membership) -> None:
    if membership.coalition.members.past().filter(pk=membership.pk).exists():
        raise Refusal(_("%(person)s is not a member any more.") % {"person": membership.person})


def refuse_last_administrator(membership: Membership) -> None:
    if membership.role != Role.ADMINISTRATOR:
        return
    lasting = membership.coalition.members.active().without_end().administrators()
    others = lasting.exclude(pk=membership.pk)
    if not others.exists():
        raise Refusal(
            _(
                "%(person)s is the only administrator. Make somebody else administrator first, "
                "so that the coalition is not left without one."
            )
            % {"person": membership.person}
        )
