from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from accounts import emails
from accounts.models import Coalition, Invitation, Membership, Person
from accounts.operations.people import add_person
from accounts.permissions import Role
from accounts.signals import invitation_accepted
from common.background.outbox import supersede
from common.history.tracking import recording
from common.refusal import Refusal

LIFETIME = timedelta(days=14)


@dataclass(frozen=True)
class Newcomer:
    """What somebody who has no account yet says on the invitation page."""

    full_name: str
    password: str
    language: str = ""


@transaction.atomic
def invite(
    *,
    coalition: Coalition,
    email: str,
    role: Role | str,
    by: Person,
    at: datetime,
    full_name: str = "",
    message: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
) -> Invitation:
    """Offer a role to an address, and write the letter.

    Refuses when the inviter's own role may not hand out this one, when the address belongs to a
    member, and when it has an invitation that is still open. An expired one gives way to the new.
    """
    Coalition.objects.lock(coalition.pk)
    address = email.strip().lower()
    _refuse_unless_may_invite(coalition, role=role, by=by)
    _refuse_member(coalition, address)
    with recording("invitation.sent", by=by):
        _make_room(coalition, address, at=at)
        invitation = Invitation.objects.create(
            coalition=coalition,
            email=address,
            full_name=full_name,
            role=role,
            message=message,
            starts_on=starts_on,
            ends_on=ends_on,
            invited_by=by,
            invited_at=at,
            expires_at=at + LIFETIME,
        )
        emails.invitation(invitation, at=at)
    return invitation


@transaction.atomic
def resend(invitation: Invitation, *, by: Person, at: datetime) -> Invitation:
    """Write the letter again, and let the invitation count from now. The older links keep their end."""
    invitation = _lock(invitation)
    _refuse_unless_may_invite(invitation.coalition, role=invitation.role, by=by)
    _refuse_closed(invitation)
    _refuse_member(invitation.coalition, invitation.email)
    with recording("invitation.resent", by=by):
        supersede(emails.subject_of(invitation), at=at)
        invitation.expires_at = at + LIFETIME
        invitation.save()
        emails.invitation(invitation, at=at)
    return invitation


@transaction.atomic
def withdraw(invitation: Invitation, *, by: Person, at: datetime) -> Invitation:
    """The link stops working at once; a letter that has not left does not leave any more."""
    invitation = _lock(invitation)
    if invitation.withdrawn_at:
        return invitation
    _refuse_unless_may_invite(invitation.coalition, role=invitation.role, by=by)
    _refuse_closed(invitation)
    with recording("invitation.withdrawn", by=by):
        invitation.withdrawn_at = at
        invitation.save()
        supersede(emails.subject_of(invitation), at=at)
    return invitation


@transaction.atomic
def accept(invitation: Invitation, *, by: Person, at: datetime, on: date) -> Membership:
    """Make the membership that was offered; pressing twice makes it once."""
    invitation = _lock(invitation)
    if not invitation.is_to(by):
        raise Refusal(
            _("This invitation is for %(address)s, not for you.") % {"address": invitation.email}
        )
    if invitation.membership and invitation.membership.person_id == by.pk:
        return invitation.membership
    _refuse_not_open(invitation, at=at)
    return _join(invitation, person=by, at=at, on=on)


@transaction.atomic
def accept_as_newcomer(
    invitation: Invitation, *, newcomer: Newcomer, is_proven: bool, at: datetime, on: date
) -> Membership:
    """Make the person and the membership. `is_proven`: the link came by mail, not from hand to hand."""
    invitation = _lock(invitation)
    _refuse_not_open(invitation, at=at)
    if Person.objects.is_known(invitation.email):
        raise Refusal(
            _("%(address)s has an account already. Please sign in with it.")
            % {"address": invitation.email}
        )
    with recording("person.joined"):
        person = add_person(
            email=invitation.email,
            full_name=newcomer.full_name,
            password=newcomer.password,
            is_proven=is_proven,
            language=newcomer.language,
        )
    return _join(invitation, person=person, at=at, on=on)


def _join(invitation: Invitation, *, person: Person, at: datetime, on: date) -> Membership:
    """Whoever became a member in the meantime keeps the role they have. `on` is the coalition's day."""
    with recording("invitation.accepted", by=person):
        held = invitation.coalition.members.unended().of(person).first()
        membership = held or Membership.objects.create(
            coalition=invitation.coalition,
            person=person,
            role=invitation.role,
            started_on=max(on, invitation.starts_on or on),
            ended_on=invitation.ends_on,
        )
        invitation.accepted_at, invitation.membership = at, membership
        invitation.save()
        supersede(emails.subject_of(invitation), at=at)
        invitation_accepted.send(Invitation, invitation=invitation, membership=membership)
    return membership


def _lock(invitation: Invitation) -> Invitation:
    """Invitations of one coalition are judged one after the other."""
    Coalition.objects.lock(invitation.coalition_id)
    return Invitation.objects.for_reading().get(pk=invitation.pk)


def _make_room(coalition: Coalition, address: str, *, at: datetime) -> None:
    earlier = coalition.invitations.to_address(address).open().first()
    if earlier is None:
        return
    if earlier.is_open(at=at):
        raise Refusal(
            _("%(address)s was invited on %(day)s. Send that invitation again, or withdraw it.")
            % {"address": address, "day": date_format(localtime(earlier.invited_at))}
        )
    earlier.withdrawn_at = at
    earlier.save()


def _refuse_unless_may_invite(coalition: Coalition, *, role: Role | str, by: Person) -> None:
    inviter = coalition.members.active().of(by).first()
    if inviter is None or Role(role) not in Role(inviter.role).may_invite:
        raise Refusal(
            _("Your role does not let you invite somebody as %(role)s.")
            % {"role": Role(role).label}
        )


def _refuse_member(coalition: Coalition, address: str) -> None:
    member = coalition.members.unended().with_people().with_address(address).first()
    if member:
        raise Refusal(
            _("%(person)s is a member already: %(role)s.")
            % {"person": member.person, "role": member.get_role_display()}
        )


def _refuse_closed(invitation: Invitation) -> None:
    if invitation.accepted_at:
        raise Refusal(_("This invitation has been accepted."))
    if invitation.withdrawn_at:
        raise Refusal(_("This invitation has been withdrawn."))


def _refuse_not_open(invitation: Invitation, *, at: datetime) -> None:
    _refuse_closed(invitation)
    if not invitation.is_open(at=at):
        raise Refusal(_("This invitation has expired."))
    if invitation.ends_on and invitation.ends_on <= invitation.coalition.day(at=at):
        raise Refusal(_("The time for which you were invited is over."))
