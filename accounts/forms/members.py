from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts.models import Invitation, Membership, Person
from accounts.permissions import Role


def roles_to_hand_out(membership: Membership) -> list[Role]:
    """In the order of the permissions screen. A partner is invited from its organisation's page."""
    allowed = Role(membership.role).may_invite - {Role.PARTNER}
    return [role for role in Role if role in allowed]


class InvitationForm(forms.ModelForm):
    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect)

    class Meta:
        model = Invitation
        fields = ["email", "full_name", "role", "starts_on", "ends_on", "message"]
        help_texts = {
            "message": _("Stands at the top of the letter, under your name."),
            "full_name": _("As the letter should greet them."),
        }
        widgets = {
            "email": forms.EmailInput(attrs={"autocomplete": "off"}),
            "full_name": forms.TextInput(attrs={"autocomplete": "off"}),
            "message": forms.Textarea(attrs={"rows": 3}),
            "starts_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "ends_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, inviter: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [
            (role.value, f"{role.label}. {role.sentence}") for role in roles_to_hand_out(inviter)
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on <= starts_on:
            self.add_error("ends_on", _("The end lies before the start."))
        return cleaned


class EndForm(forms.Form):
    """When a membership ends, and who takes over what the person kept."""

    on = forms.DateField(
        label=_("Access ends on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Today ends it at once. A day ahead ends it by itself on that day."),
    )
    successor = forms.ModelChoiceField(
        label=_("Who takes over what they look after?"),
        queryset=Membership.objects.none(),
        required=False,
        empty_label=_("Nobody yet"),
        help_text=_("It moves at once, also when the end lies ahead; ending can be taken back."),
    )

    def __init__(self, *args: Any, membership: Membership, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        keepers = membership.coalition.members.looking_after_partners()
        self.fields["successor"].queryset = keepers.but(membership.person_id)
        self.fields["on"].widget.attrs["min"] = today.isoformat()
        self.fields["successor"].label_from_instance = lambda keeper: str(keeper.person)

    def clean_on(self) -> date:
        day = self.cleaned_data["on"] or self.today
        if day < self.today:
            raise ValidationError(_("This day is over. Today is the earliest."))
        return day

    def clean_successor(self) -> Person | None:
        keeper = self.cleaned_data["successor"]
        return keeper.person if keeper else None


class SecondFactorRolesForm(forms.Form):
    roles = forms.MultipleChoiceField(
        label=_("Second factor required for"),
        choices=Role,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("Role"), choices=Role)
