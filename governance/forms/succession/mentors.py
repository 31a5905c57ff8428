"""Bringing two people together, noting that they talked, ending it."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.forms.succession.fields import PersonField, day_field
from governance.models import MentorPair
from governance.operations.succession.mentors import Together

USUALLY = timedelta(days=42)  # from one check-in to the next


class GoalForm(forms.Form):
    goal = forms.CharField(
        label=gettext_lazy("What for?"),
        help_text=gettext_lazy("“Chairs a steering meeting alone by June.”"),
        max_length=300,
    )
    next_on = day_field(
        gettext_lazy("When do they talk next?"),
        help_text=gettext_lazy("On that day the home page of both asks how it went."),
        required=False,
    )

    @staticmethod
    def shown(pair: MentorPair) -> dict[str, Any]:
        return {"goal": pair.goal, "next_on": pair.next_on}


class PairForm(GoalForm):
    mentor = PersonField(label=gettext_lazy("Who knows the work?"))
    mentee = PersonField(label=gettext_lazy("Who grows into it?"))
    since_on = day_field(gettext_lazy("Since"))
    field_order = ("mentor", "mentee", "goal", "since_on")

    def __init__(self, *args: Any, coalition: int, today: date, **kwargs: Any) -> None:
        begun = {"since_on": today, "next_on": today + USUALLY}
        super().__init__(*args, initial=begun, **kwargs)
        for name in ("mentor", "mentee"):
            field: Any = self.fields[name]
            field.coalition = coalition

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("mentor") and cleaned.get("mentor") == cleaned.get("mentee"):
            self.add_error("mentee", _("A pair is two people."))
        return cleaned

    def told(self) -> Together:
        return Together(**self.cleaned_data)


class CheckInForm(forms.Form):
    on = day_field(gettext_lazy("When did you talk?"))
    note = forms.CharField(
        label=gettext_lazy("How does it go, in a line?"),
        help_text=gettext_lazy("Only the two of them and coordinators read this."),
        max_length=500,
    )
    next_on = day_field(gettext_lazy("When do you talk next?"), required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"on": today, "next_on": today + USUALLY}, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        day = self.cleaned_data["on"]
        if day > self.today:
            raise forms.ValidationError(_("That day is still to come."))
        return day

    def clean_next_on(self) -> date | None:
        day = self.cleaned_data["next_on"]
        if day is not None and day <= self.today:
            raise forms.ValidationError(_("Choose a day that is still to come."))
        return day


class EndPairForm(forms.Form):
    outcome = forms.CharField(
        label=gettext_lazy("What came of it?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
