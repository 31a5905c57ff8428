"""allauth's forms about second factors, with our words."""

from typing import Any

from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms.sign_in import OwnWords

CODE_FIELD = {"inputmode": "numeric", "autocomplete": "one-time-code", "autofocus": True}


class OneCode(OwnWords):
    """A code of the app, or one of the recovery codes: digits, offered by the phone's keyboard."""

    labels = {"code": _("Code")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs.update(CODE_FIELD)  # type: ignore[attr-defined]


class SecondFactorForm(OneCode, base.AuthenticateForm):
    labels = {"code": _("Code of your app, or a recovery code")}


class ConfirmByCodeForm(OneCode, base.ReauthenticateForm):
    labels = SecondFactorForm.labels


class AppForm(OneCode, totp.ActivateTOTPForm):
    labels = {"code": _("The six digits that the app shows now")}


class PasskeyForm(OwnWords, webauthn.AddWebAuthnForm):
    """A passkey of ours can always sign in alone; so the browser must ask for a finger, a face or a PIN."""

    labels = {"name": _("Name of this passkey")}
    passwordless = forms.BooleanField(initial=True, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = _("So that you know it again: “My phone”, “Blue key”.")
        self.fields["name"].max_length = 60


class PasskeyNameForm(OwnWords, webauthn.EditWebAuthnForm):
    labels = {"name": _("Name of this passkey")}
