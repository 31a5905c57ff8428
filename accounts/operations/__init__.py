from accounts.operations.coalitions import found_coalition
from accounts.operations.invitations import (
    accept,
    accept_as_newcomer,
    invite,
    resend,
    withdraw,
)
from accounts.operations.memberships import change_role, end_membership, reinstate
from accounts.operations.people import welcome_first_person

__all__ = [
    "accept",
    "accept_as_newcomer",
    "change_role",
    "end_membership",
    "found_coalition",
    "invite",
    "reinstate",
    "resend",
    "welcome_first_person",
    "withdraw",
]
