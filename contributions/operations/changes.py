"""Taking back one change of what partners give, or of the support that they ask for."""

from uuid import UUID

from accounts.models import Membership
from accounts.permissions import Permission
from common.history.undoing import take_back, wrote_here
from contributions.models import Contribution, ContributionPopulation, SupportRequest

# Parents before children.
WRITTEN = (Contribution, ContributionPopulation, SupportRequest)


def may_undo(membership: Membership, change: UUID) -> bool:
    """Who keeps the partners takes back any change; everybody else what they have done themselves."""
    keeps = membership.may(Permission.EDIT_PARTNERS)
    person = None if keeps else membership.person_id
    return wrote_here(change, models=WRITTEN, coalition=membership.coalition_id, person=person)


def undo(membership: Membership, *, change: UUID) -> UUID:
    """Refuses when what the change wrote was changed again since."""
    return take_back(change, models=WRITTEN, verb="contribution.undone", by=membership.person)
