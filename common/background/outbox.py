"""The outbox: a letter is a row, written in the transaction of the change that caused it.

If the change is rolled back there is no letter; if it is committed there is exactly one, whatever
happens to the broker or to the mail server. `deliver` empties the outbox, on any number of workers.

What "once" means. A letter is locked, handed to the mail server and marked as sent in one transaction,
so two workers never take the same one, and a worker that dies before the server has said yes loses
nothing: the lock goes, the letter still waits. Between the server's yes and our commit lie a few
milliseconds in which nobody can know; a worker killed just there sends the letter again. We prefer that
to an invitation which never leaves. Both copies carry the same Message-ID, by which mail programs
recognise a copy.
"""

import hashlib
import logging
import smtplib
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import formataddr
from typing import Any
from urllib.parse import urlsplit

from celery import current_app
from celery.exceptions import OperationalError
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.template import Context
from django.template.loader import get_template
from django.utils import translation
from django.utils.html import escape

from common.models import Letter, LetterQuerySet

log = logging.getLogger(__name__)

MAX_ATTEMPTS = 10
LONGEST_WAIT = timedelta(hours=4)
SERVER_PAUSE = timedelta(minutes=1)
# SMTP answers from here on mean "do not try again", for example 550 "no such user".
FOR_GOOD = 500


@dataclass(frozen=True)
class Recipient:
    address: str
    name: str = ""
    language: str = ""


class ServerIsAway(Exception):  # noqa: N818 - a state of the world, not an error in a letter
    """The mail server cannot be reached, or does not let us in: no letter is to blame."""


# ---------------------------------------------------------------- writing


def queue_letter(
    *,
    kind: str,
    key: str,
    to: Recipient,
    context: Mapping[str, Any],
    at: datetime,
    tenant: int | None,
    useful_until: datetime | None = None,
    headers: Mapping[str, str] | None = None,
    secrets: Sequence[str] = (),
) -> Letter:
    """Write a letter in the caller's transaction; a key that is already there changes nothing.

    `kind` is "app/letter" and names three templates: emails/<kind>.subject.txt, .txt and .html, which
    are rendered now, in the recipient's language. `secrets` are the codes and personal links in it.
    After the commit a worker is nudged; if the broker is dead the timetable finds the letter anyway.
    """
    with translation.override(to.language or translation.get_language()):
        subject, text, html = _render(kind, {**context, "recipient": to})
    letter, is_new = Letter.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "tenant": tenant,
            "to_address": to.address,
            "to_name": to.name,
            "subject": subject,
            "text": text,
            "html": html,
            "headers": dict(headers or {}),
            "secrets": [*secrets, *(escape(secret) for secret in secrets)],
            "queued_at": at,
            "not_before": at,
            "useful_until": useful_until,
        },
    )
    if is_new:
        transaction.on_commit(nudge)
    return letter


def supersede(subject: str, *, at: datetime) -> int:
    """Waiting letters whose key begins with `subject` are no longer needed; how many those were."""
    return _stop(Letter.objects.about(subject), at=at)


def withdraw(keys: Collection[str], *, at: datetime) -> int:
    """These letters are no longer needed, as far as they still wait; how many those were."""
    return _stop(Letter.objects.with_keys(keys), at=at)


def _stop(letters: LetterQuerySet, *, at: datetime) -> int:
    """For one that is just leaving we wait: it has left then, or it did not get away and is stopped too."""
    with transaction.atomic():
        waiting = letters.waiting().order_by("pk").select_for_update()
        for letter in waiting:
            letter.conclude(Letter.State.SUPERSEDED, at=at)
            letter.save()
        return len(waiting)


def nudge() -> None:
    """Ask a worker to deliver now. Never fails: what is missed here, the next minute brings."""
    if not settings.HAS_MAIL_SERVER:
        return
    try:
        current_app.send_task("common.tasks.deliver_outbox")
    except (OperationalError, OSError) as error:
        log.warning("The broker is away, the letter waits for the timetable: %s", error)


def _render(kind: str, context: dict[str, Any]) -> tuple[str, str, str]:
    context = {**context, "site_url": settings.SITE_URL}
    subject = " ".join(_plain(f"emails/{kind}.subject.txt", context).split())
    signature = _plain("emails/signature.txt", context).strip("\n")
    text = _plain(f"emails/{kind}.txt", context).strip() + "\n"
    text += f"\n{signature}\n" if signature else ""
    return subject, text, get_template(f"emails/{kind}.html").render(context)


def _plain(name: str, context: dict[str, Any]) -> str:
    """A text has no markup to protect: "Dunn & Sons" stays as it is, in whatever template."""
    template = get_template(name).template  # type: ignore[attr-defined]
    return template.render(Context(context, autoescape=False))


# ---------------------------------------------------------------- delivering


def deliver(*, at: datetime) -> int:
    """Send every letter that is due; return how many left. Without a mail server nothing is tried."""
    if not settings.HAS_MAIL_SERVER:
        return 0
    connection = get_connection()
    sent = 0
    try:
        while (state := _deliver_next(connection, at=at)) is not None:
            sent += state == Letter.State.SENT
    except ServerIsAway as reason:
        log.warning("The mail server is away, letters wait: %s", reason)
    finally:
        with suppress(OSError, smtplib.SMTPException):
            connection.close()
    return sent


def _deliver_next(connection: BaseEmailBackend, *, at: datetime) -> str | None:
    """Take one letter that nobody else has taken; its new state, or None when none is left."""
    away = ""
    with transaction.atomic():
        letter = Letter.objects.due(at=at).select_for_update(skip_locked=True).first()
        if letter is None:
            return None
        if letter.is_too_late(at=at):
            letter.conclude(Letter.State.SUPERSEDED, at=at)
        elif away := _refused_connection(connection):
            letter.failure, letter.not_before = away, at + SERVER_PAUSE
        else:
            _attempt(letter, connection, at=at)
        letter.save()
    if away:
        raise ServerIsAway(away)
    return letter.state


def _refused_connection(connection: BaseEmailBackend) -> str:
    """Open the connection, once for many letters; what went wrong, or nothing."""
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as error:
        return _said(error)
    return ""


def _attempt(letter: Letter, connection: BaseEmailBackend, *, at: datetime) -> None:
    letter.attempts += 1
    try:
        connection.send_messages([_message(letter, connection)])
    except Exception as error:
        _record_failure(letter, error, at=at)
        with suppress(OSError, smtplib.SMTPException):
            connection.close()
    else:
        letter.conclude(Letter.State.SENT, at=at)


def _record_failure(letter: Letter, error: Exception, *, at: datetime) -> None:
    """Try again after 2, 4, 8 … minutes, unless the server said never, or it has been enough."""
    log.warning("Letter %s did not leave: %s", letter.pk, _said(error))
    if _code(error) >= FOR_GOOD or letter.attempts >= MAX_ATTEMPTS:
        letter.conclude(Letter.State.FAILED, at=at, failure=_said(error))
        return
    letter.failure = _said(error)
    letter.not_before = at + min(timedelta(minutes=2**letter.attempts), LONGEST_WAIT)


def _message(letter: Letter, connection: BaseEmailBackend) -> EmailMultiAlternatives:
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        to=[formataddr((letter.to_name, letter.to_address))],
        headers={
            "Message-ID": _message_id(letter),
            "Auto-Submitted": "auto-generated",
            **letter.headers,
        },
        connection=connection,
    )
    if letter.html:
        message.attach_alternative(letter.html, "text/html")
    return message


def _message_id(letter: Letter) -> str:
    """The same for every attempt at one letter, so that an accidental copy is recognised."""
    mark = hashlib.sha256(f"{settings.SECRET_KEY}:{letter.key}".encode()).hexdigest()[:32]
    return f"<{mark}@{urlsplit(settings.SITE_URL).hostname or 'localhost'}>"


def _code(error: Exception) -> int:
    """The number with which the mail server answered; 0 when it did not get to say one."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return min((code for code, _words in error.recipients.values()), default=0)
    return int(getattr(error, "smtp_code", 0) or 0)


def _said(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return "; ".join(f"{code} {_words(words)}" for code, words in error.recipients.values())
    if isinstance(error, smtplib.SMTPResponseException):
        return f"{error.smtp_code} {_words(error.smtp_error)}"
    return str(error) or type(error).__name__


def _words(answer: bytes | str) -> str:
    return answer.decode(errors="replace") if isinstance(answer, bytes) else str(answer)
