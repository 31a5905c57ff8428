"""One function per letter. Where a letter carries a code or a link, it says so to the outbox."""

import zoneinfo
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from accounts.models import Coalition, Invitation, Person
from accounts.signals import vision_asked
from common.background.outbox import Recipient, queue_letter
from common.pages.signed_links import absolute

CODE_LIFETIME = timedelta(minutes=15)
RESET_LIFETIME = timedelta(days=1)
# Without a mail server alerts wait; one that arrives weeks late would only puzzle.
ALERT_LIFETIME = timedelta(days=3)


def subject_of(invitation: Invitation) -> str:
    """What the keys of all letters about one invitation begin with."""
    return f"accounts/invitation:{invitation.pk}:"


def invitation(invitation: Invitation, *, at: datetime) -> None:
    person = Person.objects.with_address(invitation.email).first()
    with timezone.override(zoneinfo.ZoneInfo(invitation.coalition.time_zone)):
        queue_letter(
            kind="accounts/invitation",
            key=f"{subject_of(invitation)}{at.isoformat()}",
            to=Recipient(
                address=invitation.email,
                name=invitation.full_name,
                language=person.language if person else "",
            ),
            context={
                "invitation": invitation,
                "coalition": invitation.coalition,
                "vision": _vision_of(invitation.coalition),
            },
            at=at,
            tenant=invitation.coalition_id,
            useful_until=invitation.expires_at,
            headers={"Reply-To": invitation.invited_by.email},
            secrets=[invitation.link],
        )


def _vision_of(coalition: Coalition) -> str:
    """Empty as long as nobody has written one down."""
    answers = vision_asked.send(sender=Coalition, coalition=coalition)
    return next((words for _receiver, words in answers if words), "")


def sign_in_code(*, address: str, code: str, at: datetime) -> None:
    queue_letter(
        kind="accounts/sign_in_code",
        key=f"accounts/sign_in_code:{address}:{at.isoformat()}",
        to=_recipient(address),
        context={"code": code},
        at=at,
        tenant=None,
        useful_until=at + CODE_LIFETIME,
        secrets=[code],
    )


def password_reset(*, address: str, link: str, at: datetime) -> None:
    queue_letter(
        kind="accounts/password_reset",
        key=f"accounts/password_reset:{address}:{at.isoformat()}",
        to=_recipient(address),
        context={"link": link},
        at=at,
        tenant=None,
        useful_until=at + RESET_LIFETIME,
        secrets=[link],
    )


def unknown_address(*, address: str, at: datetime) -> None:
    """Whoever asked sees the same page as for a known address; only the mailbox learns the truth."""
    queue_letter(
        kind="accounts/unknown_address",
        key=f"accounts/unknown_address:{address}:{at.isoformat()}",
        to=Recipient(address=address),
        context={},
        at=at,
        tenant=None,
        useful_until=at + CODE_LIFETIME,
    )


def new_device(person: Person, *, device: str, at: datetime) -> None:
    _alert("accounts/new_device", person, at=at, device=device)


def password_changed(person: Person, *, at: datetime) -> None:
    _alert("accounts/password_changed", person, at=at)


def factor_added(person: Person, *, kind: str, at: datetime) -> None:
    _alert("accounts/factor_added", person, at=at, factor=kind)


def factor_removed(person: Person, *, kind: str, at: datetime) -> None:
    _alert("accounts/factor_removed", person, at=at, factor=kind)


def recovery_code_used(person: Person, *, left: int, at: datetime) -> None:
    _alert("accounts/recovery_code_used", person, at=at, left=left)


def recovery_codes_renewed(person: Person, *, at: datetime) -> None:
    _alert("accounts/recovery_codes_renewed", person, at=at)


def _alert(kind: str, person: Person, *, at: datetime, **words: Any) -> None:
    """A letter to a person about their own sign-in; the moment is told in their own time zone."""
    with timezone.override(zoneinfo.ZoneInfo(person.time_zone or settings.TIME_ZONE)):
        queue_letter(
            kind=kind,
            key=f"{kind}:{person.pk}:{at.isoformat()}",
            to=Recipient(address=person.email, name=person.full_name, language=person.language),
            context={"at": at, "security_url": absolute(reverse("mfa_index")), **words},
            at=at,
            tenant=None,
            useful_until=at + ALERT_LIFETIME,
        )


def _recipient(address: str) -> Recipient:
    person = Person.objects.with_address(address).first()
    if person is None:
        return Recipient(address=address)
    return Recipient(address=address, name=person.full_name, language=person.language)
