"""The checklist for handing over, and starting one."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.forms.succession.fields import day_field
from governance.models import Moment, RoleAssignment

SETTLING = timedelta(days=60)  # in which whoever begins settles in


class StartForm(forms.Form):
    moment = forms.ChoiceField(
        label=gettext_lazy("Which checklist?"), choices=Moment.choices, widget=forms.RadioSelect
    )
    due_on = day_field(gettext_lazy("All done by"))

    def __init__(self, *args: Any, assignment: RoleAssignment, today: date, **kwargs: Any) -> None:
        is_ending = assignment.ends_on is not None and not assignment.starts_on > today
        shown = {
            "moment": Moment.LEAVING if is_ending else Moment.ARRIVING,
            "due_on": max(assignment.ends_on, today)
            if is_ending and assignment.ends_on
            else max(assignment.starts_on, today) + SETTLING,
        }
        super().__init__(*args, initial=shown, **kwargs)
        self.today = today

    def clean_due_on(self) -> date:
        day = self.cleaned_data["due_on"]
        if day < self.today:
            raise forms.ValidationError(_("Choose today or a day that is still to come."))
        return day


class LineForm(forms.Form):
    words = forms.CharField(label=gettext_lazy("What has to be done?"), max_length=200)


class NewLineForm(LineForm):
    moment = forms.ChoiceField(
        label=gettext_lazy("When?"), choices=Moment.choices, widget=forms.RadioSelect
    )
    field_order = ("moment", "words")


class StopForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why does it end with something left?"), max_length=300
    )
