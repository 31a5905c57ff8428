from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import (
    password_validators_help_text_html,
    validate_password,
)
from django.core.exceptions import ValidationError
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from accounts.models import Person
from accounts.time_zones import time_zone_choices

LANGUAGES = [(code, name) for code, name in settings.LANGUAGES]


def password_field(**options: Any) -> forms.CharField:
    return forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=lazy(password_validators_help_text_html, str)(),
        **options,
    )


class NewcomerForm(forms.ModelForm):
    """Somebody with an invitation makes their account. The address comes from the invitation."""

    password = password_field()

    class Meta:
        model = Person
        fields = ["full_name"]
        labels = {"full_name": _("Your name")}
        widgets = {"full_name": forms.TextInput(attrs={"autocomplete": "name"})}

    def __init__(self, *args: Any, has_codes: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_codes:
            self.fields["password"].required = False
            self.fields["password"].help_text = _(
                "At least 10 characters. Leave it empty if you would rather have a code mailed to "
                "you each time you sign in."
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if password := cleaned.get("password"):
            self.instance.full_name = cleaned.get("full_name", "")
            try:
                validate_password(password, self.instance)
            except ValidationError as error:
                self.add_error("password", error)
        return cleaned


class FirstPersonForm(NewcomerForm):
    """The first person of an installation has no invitation, and says their address too."""

    class Meta(NewcomerForm.Meta):
        fields = ["full_name", "email"]
        widgets = NewcomerForm.Meta.widgets | {
            "email": forms.EmailInput(attrs={"autocomplete": "email"})
        }

    def clean_email(self) -> str:
        return self.cleaned_data["email"].lower()


class SettingsForm(forms.ModelForm):
    language = forms.ChoiceField(
        label=_("Language"), required=False, choices=[("", _("As my browser asks")), *LANGUAGES]
    )
    time_zone = forms.ChoiceField(
        label=_("Time zone"),
        required=False,
        choices=lambda: [("", _("As the coalition")), *time_zone_choices()],
    )

    class Meta:
        model = Person
        fields = ["full_name", "language", "time_zone"]
        widgets = {"full_name": forms.TextInput(attrs={"autocomplete": "name"})}


class ErasureForm(forms.Form):
    is_sure = forms.BooleanField(
        label=_("I know that this cannot be taken back."),
        error_messages={"required": _("Please tick the box if you are sure.")},
    )


class LanguageForm(forms.Form):
    language = forms.ChoiceField(choices=LANGUAGES)


class ThemeForm(forms.Form):
    theme = forms.ChoiceField(
        choices=[("system", _("As my device")), ("light", _("Light")), ("dark", _("Dark"))]
    )
