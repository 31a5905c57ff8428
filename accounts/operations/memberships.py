from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Membership, Person
from accounts.permissions import Role
from common.history import recording
from common.refusal import Refusal


@transaction.atomic
def change_role(membership: Membership, *, role: Role, by: Person) -> Membership:
    """Give a member another role. Refuses to make a partner, or to take the last administrator."""
    membership = _lock(membership)
    if membership.role == role:
        return membership
    _refuse_ended(membership)
    if role == Role.PARTNER:
        raise Refusal(
            _("A partner speaks for an organisation: invite them from that organisation's page.")
        )
    _refuse_last_administrator(membership)
    with recording("membership.role_changed", by=by):
        membership.role = role
        membership.save()
    return membership


@transaction.atomic
def end_membership(membership: Membership, *, by: Person, on: date) -> Membership:
    """The person loses access at once; what they did stays under their name."""
    membership = _lock(membership)
    if membership.ended_on:
        return membership
    _refuse_last_administrator(membership)
    with recording("membership.ended", by=by):
        membership.ended_on = max(on, membership.started_on)  # it may be tomorrow where they live
        membership.save()
    return membership


@transaction.atomic
def reinstate(membership: Membership, *, by: Person, on: date) -> Membership:
    """Take back an ending of the same day. Later the person was really away, and is invited again."""
    membership = _lock(membership)
    if not membership.ended_on:
        return membership
    if not membership.can_be_reinstated(on=on):
        raise Refusal(
            _("An ending can be taken back on the same day only. Please invite the person again.")
        )
    if membership.coalition.members.active().of(membership.person).exists():
        raise Refusal(_("%(person)s is a member again already.") % {"person": membership.person})
    with recording("membership.reinstated", by=by):
        membership.ended_on = None
        membership.save()
    return membership


def _lock(membership: Membership) -> Membership:
    """Changes to the members of one coalition queue up, so that "the last administrator" stays true."""
    Coalition.objects.lock(membership.coalition_id)
    return Membership.objects.with_people().select_related("coalition").get(pk=membership.pk)


def _refuse_ended(membership: Membership) -> None:
    if membership.ended_on:
        raise Refusal(_("%(person)s is not a member any more.") % {"person": membership.person})


def _refuse_last_administrator(membership: Membership) -> None:
    if membership.role != Role.ADMINISTRATOR:
        return
    others = membership.coalition.members.active().administrators().exclude(pk=membership.pk)
    if not others.exists():
        raise Refusal(
            _(
                "%(person)s is the only administrator. Make somebody else administrator first, "
                "so that the coalition is not left without one."
            )
            % {"person": membership.person}
        )
