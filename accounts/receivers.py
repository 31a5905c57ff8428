"""What we do when somebody signs in, or when their second factors change."""

from datetime import timedelta
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_used
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from accounts import emails
from accounts.devices import device_in_words, is_known
from accounts.models import Person

# Whoever has just made their account needs no warning that somebody uses it.
NEWCOMER = timedelta(minutes=10)


@receiver(user_logged_in)
def note_sign_in(request: HttpRequest, user: Person, **_kwargs: Any) -> None:
    at = timezone.now()
    agent = request.META.get("HTTP_USER_AGENT", "")[:300]
    request.session.note_start(device=agent, at=at)
    request.came_in = user  # type: ignore[attr-defined]
    if not is_known(request, user) and at - user.joined_at > NEWCOMER:
        emails.new_device(user, device=device_in_words(agent), at=at)


@receiver(authenticator_added)
def take_setting_up_as_shown(
    request: HttpRequest, user: Person, authenticator: Authenticator, **_kwargs: Any
) -> None:
    """Whoever has just set a factor up has just used it: they are not asked for it again."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        record_authentication(request, user, method="mfa", type=authenticator.type)


@receiver(authenticator_used)
def tell_of_recovery_code(user: Person, authenticator: Authenticator, **_kwargs: Any) -> None:
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        authenticator.refresh_from_db()  # the codes were checked on a row of their own
        left = len(authenticator.wrap().get_unused_codes())
        emails.recovery_code_used(user, left=left, at=timezone.now())
