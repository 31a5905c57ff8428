from accounts.views import (
    answers,
    coalitions,
    factors,
    invitations,
    mail,
    me,
    members,
    personal,
    presence,
    security,
    sign_in,
)

__all__ = [
    "answers",
    "coalitions",
    "factors",
    "invitations",
    "mail",
    "me",
    "members",
    "personal",
    "presence",
    "security",
    "sign_in",
]
