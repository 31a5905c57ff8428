from accounts.views import (
    answers,
    coalitions,
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
    "invitations",
    "mail",
    "me",
    "members",
    "personal",
    "presence",
    "security",
    "sign_in",
]
