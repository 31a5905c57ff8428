"""Rows for the addresses of people, members and invitations."""

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from accounts.models import PersonErasure
from tests.architecture.examples.populated import Populated


def membership(here: Populated) -> Any:
    return here.representation.membership


def invitation(here: Populated) -> Any:
    return here.invitation


def invitation_token(here: Populated) -> dict[str, str]:
    return {"token": here.invitation.link.rstrip("/").split("/")[-1]}


def erasure_token(here: Populated) -> dict[str, str]:
    person = here.representation.membership.person
    row = PersonErasure.objects.create(person=person, asked_by=person, asked_at=timezone.now())
    return {"token": row.get_absolute_url().rstrip("/").split("/")[-1]}


EXAMPLES: dict[str, Callable[[Populated], Any]] = {
    "account_reset_password_from_key": lambda _here: {"uidb36": "1", "key": "abc-def"},
    "accounts:change_role": membership,
    "accounts:end_membership": membership,
    "accounts:end_sign_in": lambda _here: {"mark": "0" * 20},
    "accounts:erasing": erasure_token,
    "accounts:invitation": invitation_token,
    "accounts:invitation_link": invitation,
    "accounts:letter": lambda here: here.letter,
    "accounts:reinstate": membership,
    "accounts:resend_invitation": invitation,
    "accounts:second_factor_needed": lambda here: {"slug": here.coalition.slug},
    "accounts:withdraw_invitation": invitation,
    "mfa_edit_webauthn": lambda _here: {"pk": 1},
    "mfa_remove_webauthn": lambda _here: {"pk": 1},
}
