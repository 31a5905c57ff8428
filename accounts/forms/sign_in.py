"""allauth's forms with our words. A label says what a field is; a placeholder that repeats it goes."""

from typing import Any

from allauth.account import forms as allauth
from django.utils.translation import gettext_lazy as _

ADDRESS = _("E-mail address")


class OwnWords:
    """Puts our labels on a form of allauth's, and takes off placeholders and help that we say elsewhere."""

    labels: dict[str, Any] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():  # type: ignore[attr-defined]
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)


class SignInForm(OwnWords, allauth.LoginForm):
    labels = {"login": ADDRESS, "password": _("Password")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["password"].help_text = ""


class CodeRequestForm(OwnWords, allauth.RequestLoginCodeForm):
    labels = {"email": ADDRESS}


class CodeForm(OwnWords, allauth.ConfirmLoginCodeForm):
    labels = {"code": _("The code from the letter")}


class PasswordResetForm(OwnWords, allauth.ResetPasswordForm):
    labels = {"email": ADDRESS}


class NewPasswordForm(OwnWords, allauth.ResetPasswordKeyForm):
    labels = {"password1": _("New password"), "password2": _("The same once more")}


class PasswordChangeForm(OwnWords, allauth.ChangePasswordForm):
    labels = {
        "oldpassword": _("Your password now"),
        "password1": _("New password"),
        "password2": _("The same once more"),
    }


class FirstPasswordForm(OwnWords, allauth.SetPasswordForm):
    labels = {"password1": _("New password"), "password2": _("The same once more")}


class ConfirmByPasswordForm(OwnWords, allauth.ReauthenticateForm):
    labels = {"password": _("Your password")}
