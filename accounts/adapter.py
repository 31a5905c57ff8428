"""Where django-allauth asks how we do things."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts import emails
from accounts.models import Person
from common import links


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

    def get_reset_password_from_key_url(self, key: str) -> str:
        uid, _dash, token = key.partition("-")
        return links.absolute(reverse("account_reset_password_from_key", args=[uid, token]))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        return reverse("accounts:settings")

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return reverse(settings.LOGIN_REDIRECT_URL)
