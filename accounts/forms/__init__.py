from accounts.forms.coalitions import CoalitionForm, FoundingForm
from accounts.forms.members import InvitationForm, RoleForm
from accounts.forms.people import (
    FirstPersonForm,
    LanguageForm,
    NewcomerForm,
    SettingsForm,
    ThemeForm,
)
from accounts.forms.sign_in import (
    CodeForm,
    CodeRequestForm,
    FirstPasswordForm,
    NewPasswordForm,
    PasswordChangeForm,
    PasswordResetForm,
    SignInForm,
)

__all__ = [
    "CoalitionForm",
    "CodeForm",
    "CodeRequestForm",
    "FirstPasswordForm",
    "FirstPersonForm",
    "FoundingForm",
    "InvitationForm",
    "LanguageForm",
    "NewPasswordForm",
    "NewcomerForm",
    "PasswordChangeForm",
    "PasswordResetForm",
    "RoleForm",
    "SettingsForm",
    "SignInForm",
    "ThemeForm",
]
