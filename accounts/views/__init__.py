from accounts.views import (
    answers,
    coalitions,
    invitations,
    mail,
    me,
    members,
    personal,
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
    "security",
    "sign_in",
]
