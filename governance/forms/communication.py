"""A message of the communication plan, and noting that it was sent."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Coalition, Membership
from governance.models import Body, RegularMessage
from governance.operations.communication import Sending
from governance.reports.communication.choices import members
from partners.forms.risk.days import day_input


class MessageForm(forms.ModelForm):
    class Meta:
        model = RegularMessage
        fields = [
            "what",
            "audience",
            "about",
            "cadence",
            "due_on",
            "channel",
            "channel_note",
            "owner",
        ]
        widgets = {"about": forms.Textarea(attrs={"rows": 3}), "due_on": day_input()}
        labels = {"due_on": gettext_lazy("Next due")}
        help_texts = {
            "due_on": gettext_lazy("The rhythm counts from this day. Empty: when there is need.")
        }

    def __init__(self, *args: Any, coalition: Coalition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = members(coalition.pk, chosen=self.instance.owner_id)  # type: ignore[attr-defined]
        self.fields["owner"].label_from_instance = _called  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        cadence, due_on = cleaned.get("cadence"), cleaned.get("due_on")
        if cadence == Body.Cadence.AS_NEEDED:
            cleaned["due_on"] = None
        elif cadence and not due_on and "due_on" not in self.errors:
            self.add_error("due_on", _("Say on which day it is due next."))
        return cleaned

    def validate_constraints(self) -> None:
        """The operation completes the row."""


class SentForm(forms.Form):
    """It was sent."""

    sent_on = forms.DateField(label=gettext_lazy("Sent on"), widget=day_input())
    note = forms.CharField(
        label=gettext_lazy("What it said, in a few words"), max_length=500, required=False
    )
    link = forms.URLField(
        label=gettext_lazy("Where it can be read"),
        max_length=500,
        required=False,
        assume_scheme="https",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"sent_on": today}, **kwargs)
        self.today = today

    def clean_sent_on(self) -> date:
        day = self.cleaned_data["sent_on"]
        if day > self.today:
            raise forms.ValidationError(_("That day is still to come. Note it once it is sent."))
        return day

    def sending(self) -> Sending:
        return Sending(**self.cleaned_data)


def _called(membership: Membership) -> str:
    return str(membership.person)
