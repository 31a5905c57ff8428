from accounts.forms.coalitions import CoalitionForm, FoundingForm
from accounts.forms.members import EndForm, InvitationForm, RoleForm, SecondFactorRolesForm
from accounts.forms.people import (
    ErasureForm,
    FirstPersonForm,
    LanguageForm,
    NewcomerForm,
    SettingsForm,
    ThemeForm,
)
from accounts.forms.second_factors import (
    AppForm,
    ConfirmByCodeForm,
    PasskeyForm,
    PasskeyNameForm,
    SecondFactorForm,
)
from accounts.forms.sign_in import (
    CodeForm,
    CodeRequestForm,
    ConfirmByPasswordForm,
    FirstPasswordForm,
    NewPasswordForm,
    PasswordChangeForm,
    PasswordResetForm,
    SignInForm,
)

__all__ = [
    "AppForm",
    "CoalitionForm",
    "CodeForm",
    "CodeRequestForm",
    "ConfirmByCodeForm",
    "ConfirmByPasswordForm",
    "EndForm",
    "ErasureForm",
    "FirstPasswordForm",
    "FirstPersonForm",
    "FoundingForm",
    "InvitationForm",
    "LanguageForm",
    "NewPasswordForm",
    "NewcomerForm",
    "PasskeyForm",
    "PasskeyNameForm",
    "PasswordChangeForm",
    "PasswordResetForm",
    "RoleForm",
    "SecondFactorForm",
    "SecondFactorRolesForm",
    "SettingsForm",
    "SignInForm",
    "ThemeForm",
]
