from accounts.operations.coalitions import found_coalition, require_second_factor
from accounts.operations.erasure import erase_person
from accounts.operations.factors import forget_second_factors
from accounts.operations.invitations import (
    accept,
    accept_as_newcomer,
    invite,
    resend,
    withdraw,
)
from accounts.operations.memberships import (
    change_role,
    end_membership,
    hand_over,
    reinstate,
)
from accounts.operations.people import welcome_first_person
from accounts.operations.sessions import end_other_sign_ins, end_sign_in

__all__ = [
    "accept",
    "accept_as_newcomer",
    "change_role",
    "end_membership",
    "end_other_sign_ins",
    "end_sign_in",
    "erase_person",
    "forget_second_factors",
    "found_coalition",
    "hand_over",
    "invite",
    "reinstate",
    "require_second_factor",
    "resend",
    "welcome_first_person",
    "withdraw",
]
