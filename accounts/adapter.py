"""Where django-allauth asks how we do things."""

import time
from typing import Any

from allauth.account import app_settings as account_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import emails
from accounts.models import Person
from common.pages import signed_links
from common.personal.sealing import seal, unseal

APP, PASSKEY = _("an app for one-time codes"), _("a passkey")


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": _(
            "This e-mail address and password do not belong together. Please check both."
        ),
        "too_many_login_attempts": _("Too many attempts. Please wait five minutes and try again."),
        "incorrect_code": _("This is not the code from the letter. Please check it."),
        "incorrect_password": _("This is not your password."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """People come by invitation; only an empty installation takes its first person as they come."""
        return not Person.objects.exists()

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Letters about signing in leave through the outbox too, and no administrator can read them."""
        at = timezone.now()
        match template_prefix:
            case "account/email/login_code":
                emails.sign_in_code(address=email, code=context["code"], at=at)
            case "account/email/password_reset_key":
                emails.password_reset(address=email, link=context["password_reset_url"], at=at)
            case "account/email/unknown_account":
                emails.unknown_address(address=email, at=at)
            case _:
                raise NotImplementedError(template_prefix)

    def send_notification_mail(
        self, template_prefix: str, user: Person, *_args: Any, **_kwargs: Any
    ) -> None:
        """What changed about signing in is told to the person, whoever changed it."""
        at = timezone.now()
        match template_prefix:
            case (
                "account/email/password_changed"
                | "account/email/password_set"
                | "account/email/password_reset"
            ):
                emails.password_changed(user, at=at)
            case "mfa/email/totp_activated":
                emails.factor_added(user, kind=APP, at=at)
            case "mfa/email/webauthn_added":
                emails.factor_added(user, kind=PASSKEY, at=at)
            case "mfa/email/totp_deactivated":
                emails.factor_removed(user, kind=APP, at=at)
            case "mfa/email/webauthn_removed":
                emails.factor_removed(user, kind=PASSKEY, at=at)
            case "mfa/email/recovery_codes_generated":
                emails.recovery_codes_renewed(user, at=at)
            case _:
                raise NotImplementedError(template_prefix)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Whoever signed in moments ago has just shown who they are."""
        required = super().is_reauthentication_required(app=app, **kwargs)
        return required and not self._has_just_signed_in()

    def _has_just_signed_in(self) -> bool:
        records = get_authentication_records(self.request, self.request.user)
        latest = max((record["at"] for record in records), default=0.0)
        return time.time() - latest < account_settings.REAUTHENTICATION_TIMEOUT

    def get_reset_password_from_key_url(self, key: str) -> str:
        uid, _dash, token = key.partition("-")
        return signed_links.absolute(reverse("account_reset_password_from_key", args=[uid, token]))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:settings")

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return reverse(settings.LOGIN_REDIRECT_URL)


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This does not fit. Please try again."),
        "rate_limited": _("Too many attempts. Please wait five minutes and try again."),
    }

    def get_totp_issuer(self) -> str:
        return "Commonweal"

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return super().get_public_key_credential_rp_entity() | {"name": "Commonweal"}

    def generate_authenticator_name(self, user: Person, type: Authenticator.Type) -> str:  # noqa: A002
        """Empty: people name their keys better than a counter does."""
        return ""

    def encrypt(self, text: str) -> str:
        return seal(text, purpose="second-factor")

    def decrypt(self, encrypted_text: str) -> str:
        return unseal(encrypted_text, purpose="second-factor")
