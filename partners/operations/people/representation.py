"""Who may sign in for an organisation."""

from datetime import date, datetime

from django.db import transaction

from accounts.models import Invitation, Membership, Person
from accounts.operations import end_membership, invite, withdraw
from accounts.permissions import Role
from common.history.tracking import recording
from partners.models import Organisation, Representation


@transaction.atomic
def invite_representative(
    organisation: Organisation,
    *,
    email: str,
    full_name: str,
    message: str,
    by: Person,
    at: datetime,
) -> Representation:
    """Invite a person as partner, tied to this organisation. Raises the invitation's own refusals."""
    with recording("representation.offered", by=by):
        invitation = invite(
            coalition=organisation.coalition,
            email=email,
            full_name=full_name,
            role=Role.PARTNER,
            message=message,
            by=by,
            at=at,
        )
        return Representation.objects.create(
            coalition_id=organisation.coalition_id, organisation=organisation, invitation=invitation
        )


def tie_to_organisation(invitation: Invitation, membership: Membership) -> None:
    """The membership that came of an invitation speaks for the invitation's organisation."""
    Representation.objects.filter(invitation=invitation).update(membership=membership)


@transaction.atomic
def end_representation(
    representation: Representation, *, by: Person, on: date, at: datetime
) -> None:
    """They can no longer sign in for the organisation: at once, also if the invitation is still open."""
    with recording("representation.ended", by=by):
        if representation.membership and not representation.membership.is_over(on=on):
            end_membership(representation.membership, by=by, on=on)
        elif representation.invitation and not representation.invitation.accepted_at:
            withdraw(representation.invitation, by=by, at=at)
