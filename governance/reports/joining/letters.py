"""What an answer at the open door begins with. It is a draft: somebody reads it before it leaves."""

from django.utils.translation import gettext as _

from accounts.models import Person
from governance.models import JoinRequest


def welcome_text(request: JoinRequest, *, sender: Person) -> str:
    """In the language that is active."""
    return _text(
        request,
        sender,
        _(
            "we are glad that you would like to join us. I will call you in the next days, to talk about"
            " what you hope for and when it suits you to meet."
        ),
    )


def decline_text(request: JoinRequest, *, sender: Person) -> str:
    return _text(
        request,
        sender,
        _(
            "thank you for asking. Just now we cannot take in somebody new as it should be done. If you"
            " like, I write to you as soon as that changes, and tell you of our open meetings."
        ),
    )


def _text(request: JoinRequest, sender: Person, words: str) -> str:
    told = {
        "name": request.contact_name,
        "sender": sender,
        "coalition": request.coalition.name,
    }
    return "\n\n".join(
        [_("Hello %(name)s,") % told, words, _("Kind regards,\n%(sender)s\n%(coalition)s") % told]
    )
