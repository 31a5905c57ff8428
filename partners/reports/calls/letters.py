"""What a letter about a decision begins with. It is a draft: somebody reads it before it leaves."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from accounts.models import Person
from partners.models import Application


@dataclass(frozen=True)
class LetterText:
    subject: str
    body: str


def letter_text(application: Application, *, sender: Person) -> LetterText:
    """In the language that is active; one paragraph tells the decision, none the inner reason."""
    call = application.call
    words = {
        "contact": application.contact_name,
        "name": application.organisation_name,
        "call": call.told_title,
        "coalition": call.coalition.name,
        "sender": sender,
    }
    paragraphs = [
        _("Hello %(contact)s,") % words,
        _("thank you for the application of %(name)s to “%(call)s”. We have read it with care.")
        % words,
        _told(application.decision) % words,
        _("Kind regards,\n%(sender)s\n%(coalition)s") % words,
    ]
    return LetterText(_("About your application: %(call)s") % words, "\n\n".join(paragraphs))


def _told(decision: str) -> str:
    if decision == Application.Decision.ACCEPTED:
        return _(
            "We would like to work with you. Somebody of ours will call you in the next days to talk about"
            " the first steps, and about what you need from us."
        )
    if decision == Application.Decision.WAITING:
        return _(
            "We cannot begin with everybody at once, and have put you on our waiting list. We write to you"
            " as soon as a place comes free."
        )
    return _(
        "This time we have chosen others. That says nothing against your work. If you like, we tell you in"
        " a call what we looked at, and of our next call."
    )
