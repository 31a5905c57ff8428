"""One populated coalition, and for every address that names a row the row to try it with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from accounts.models import Coalition, Invitation
from common.history import recording
from common.models import Letter
from partners.models import Contact, Organisation, Representation
from tests.factories import (
    ContactFactory,
    InvitationFactory,
    LetterFactory,
    OrganisationFactory,
    RepresentationFactory,
)


@dataclass(frozen=True)
class Populated:
    coalition: Coalition
    organisation: Organisation
    contact: Contact
    representation: Representation
    invitation: Invitation
    letter: Letter


def populate() -> Populated:
    organisation = OrganisationFactory()
    return Populated(
        coalition=organisation.coalition,
        organisation=organisation,
        contact=ContactFactory(organisation=organisation),
        representation=RepresentationFactory(organisation=organisation),
        invitation=InvitationFactory(coalition=organisation.coalition),
        letter=LetterFactory(tenant=organisation.coalition.pk),
    )


def membership(here: Populated) -> Any:
    return here.representation.membership


def invitation(here: Populated) -> Any:
    return here.invitation


def invitation_token(here: Populated) -> dict[str, str]:
    return {"token": here.invitation.link.rstrip("/").split("/")[-1]}


def changed(organisation: Organisation) -> dict[str, Any]:
    """A change of the organisation, so that its version has a page."""
    with recording("organisation.edited") as change:
        organisation.description = "Changed"
        organisation.save()
    return {"pk": organisation.pk, "change": change}


EXAMPLES: dict[str, Callable[[Populated], Any]] = {
    "account_reset_password_from_key": lambda _here: {"uidb36": "1", "key": "abc-def"},
    "accounts:change_role": membership,
    "accounts:end_membership": membership,
    "accounts:invitation": invitation_token,
    "accounts:invitation_link": invitation,
    "accounts:letter": lambda here: here.letter,
    "accounts:reinstate": membership,
    "accounts:resend_invitation": invitation,
    "accounts:withdraw_invitation": invitation,
    "partners:detail": lambda here: here.organisation,
    "partners:history": lambda here: here.organisation,
    "partners:put_back": lambda here: changed(here.organisation),
    "partners:undo": lambda here: changed(here.organisation),
    "partners:version": lambda here: changed(here.organisation),
}
