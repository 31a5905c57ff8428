from accounts.operations.coalitions import found_coalition, require_second_factor
from accounts.operations.erasure import ask_to_erase_person, erase_person, perform_erasure
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
    "ask_to_erase_person",
    "change_role",
    "end_membership",
    "end_other_sign_ins",
    "end_sign_in",
    "erase_person",
    "forget_second_factors",
    "found_coalition",
    "hand_over",
    "invite",
    "perform_erasure",
    "reinstate",
    "require_second_factor",
    "resend",
    "welcome_first_person",
    "withdraw",
]
