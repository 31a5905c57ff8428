from accounts.models.coalitions import Coalition, CoalitionOwned
from accounts.models.erasures import PersonErasure
from accounts.models.invitations import Invitation
from accounts.models.memberships import Membership
from accounts.models.people import Person
from accounts.models.sessions import Session

__all__ = [
    "Coalition",
    "CoalitionOwned",
    "Invitation",
    "Membership",
    "Person",
    "PersonErasure",
    "Session",
]
