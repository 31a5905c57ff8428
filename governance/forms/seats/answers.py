"""What a holder answers, and what a coordinator notes of it."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.forms.seats.terms import day_input


class ChangeForm(forms.Form):
    """In the holder's words."""

    words = forms.CharField(
        label=gettext_lazy("What should change?"),
        help_text=gettext_lazy("A coordinator reads it and gets in touch."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class RecordForm(forms.Form):
    """How we know that somebody takes a role on."""

    on = forms.DateField(label=gettext_lazy("When did they say so?"), widget=day_input())
    how = forms.CharField(
        label=gettext_lazy("How do we know?"),
        help_text=gettext_lazy("For example: by phone, in the June meeting."),
        max_length=200,
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        if self.cleaned_data["on"] > self.today:
            raise forms.ValidationError(_("That day is still to come."))
        return self.cleaned_data["on"]


class SettleForm(forms.Form):
    words = forms.CharField(label=gettext_lazy("What was done?"), max_length=500, required=False)
