from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.forms.joining.days import day_input
from governance.models import Training
from governance.models.joining.trainings import MOST_PEOPLE, Sure


class TrainingForm(forms.ModelForm):
    class Meta:
        model = Training
        fields = ["title", "kind", "held_on", "hours", "given_by", "link", "about"]
        widgets = {"held_on": day_input(), "about": forms.Textarea(attrs={"rows": 3})}

    link = forms.URLField(
        label=gettext_lazy("Material"),
        help_text=gettext_lazy("The address of slides, a handout or a recording."),
        max_length=500,
        required=False,
        assume_scheme="https",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_held_on(self) -> date:
        if self.cleaned_data["held_on"] > self.today:
            raise forms.ValidationError(
                _("That day is still to come. Note a training once it has taken place.")
            )
        return self.cleaned_data["held_on"]


class AttendanceForm(forms.Form):
    """Who of one organisation was there, by name, and how many beside them."""

    contacts = forms.MultipleChoiceField(
        label=gettext_lazy("Who of them was there?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    others = forms.IntegerField(
        label=gettext_lazy("And how many beside them?"),
        help_text=gettext_lazy("Only staff and members of partners; never clients or patients."),
        min_value=0,
        max_value=MOST_PEOPLE,
        required=False,
    )
    before = forms.TypedChoiceField(
        label=gettext_lazy("How sure did they feel before?"),
        help_text=gettext_lazy("In what it was about, by their own judgement. Ask at the door."),
        choices=[("", gettext_lazy("not asked")), *Sure.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    after = forms.TypedChoiceField(
        label=gettext_lazy("And after?"),
        choices=[("", gettext_lazy("not asked")), *Sure.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )

    def __init__(self, *args: Any, people: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {one.key: one for one in people}
        self.fields["contacts"].choices = [
            (one.key, f"{one.name}, {one.note}" if one.note else one.name) for one in people
        ]
        if not people:
            del self.fields["contacts"]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if (told.get("before") is None) != (told.get("after") is None):
            self.add_error("after", _("Say both, before and after, or neither."))
        return told

    def said(self) -> dict[str, Any]:
        keys = self.cleaned_data.get("contacts", [])
        return {
            "contacts": [self.people[key].contact for key in keys],
            "others": self.cleaned_data["others"] or 0,
            "sure": (self.cleaned_data["before"], self.cleaned_data["after"]),
        }
