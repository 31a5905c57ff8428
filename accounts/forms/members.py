from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Invitation, Membership
from accounts.permissions import Role


def roles_to_hand_out(membership: Membership) -> list[Role]:
    """In the order of the permissions screen. A partner is invited from its organisation's page."""
    allowed = Role(membership.role).may_invite - {Role.PARTNER}
    return [role for role in Role if role in allowed]


class InvitationForm(forms.ModelForm):
    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect)

    class Meta:
        model = Invitation
        fields = ["email", "full_name", "role", "message"]
        help_texts = {
            "message": _("Stands at the top of the letter, under your name."),
            "full_name": _("As the letter should greet them."),
        }
        widgets = {
            "email": forms.EmailInput(attrs={"autocomplete": "off"}),
            "full_name": forms.TextInput(attrs={"autocomplete": "off"}),
            "message": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, inviter: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [
            (role.value, f"{role.label}. {role.sentence}") for role in roles_to_hand_out(inviter)
        ]


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=Role)
