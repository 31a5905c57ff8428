"""An item of the coalition's checklist, and one for a single newcomer."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.forms.joining.days import day_input
from governance.models import JoiningStep


class StepForm(forms.ModelForm):
    class Meta:
        model = JoiningStep
        fields = ["words", "kind", "hint", "due_days", "is_theirs"]
        widgets = {"hint": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "kind": gettext_lazy(
                "First meeting and first voice make the times and the funnel; a first role is read from"
                " seats and functions."
            )
        }

    def clean_words(self) -> str:
        return " ".join(self.cleaned_data["words"].split())

    def validate_unique(self) -> None:
        """The operation says it."""

    def validate_constraints(self) -> None:
        """Likewise."""


class NewStepForm(StepForm):
    class Meta(StepForm.Meta):
        fields = ["audience", *StepForm.Meta.fields]


class ItemForm(forms.Form):
    """Something for one newcomer alone."""

    words = forms.CharField(label=gettext_lazy("What is to happen?"), max_length=200)
    due_on = forms.DateField(label=gettext_lazy("By when?"), required=False, widget=day_input())
    is_theirs = forms.BooleanField(
        label=gettext_lazy("They may tick it themselves"), required=False
    )


class TickForm(forms.Form):
    """On which day it happened; today unless somebody says otherwise."""

    on = forms.DateField(required=False)

    def day(self, *, today: date) -> date:
        return self.cleaned_data["on"] or today


class FinishForm(forms.Form):
    because = forms.CharField(
        label=gettext_lazy("Why does it stop here?"),
        help_text=gettext_lazy("Needed while something on the list is open."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class EndBuddyForm(forms.Form):
    because = forms.CharField(max_length=500, required=False)


class BuddyForm(forms.Form):
    """Whom of an organisation to ask, and in which words."""

    who = forms.ChoiceField(label=gettext_lazy("Whom do you ask?"), widget=forms.RadioSelect)
    message = forms.CharField(
        label=gettext_lazy("A word from you"),
        help_text=gettext_lazy(
            "It stands in their letter. Why them, and what the newcomer hopes for."
        ),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, people: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {one.key: one for one in people}
        self.fields["who"].choices = [(one.key, _told(one)) for one in people]

    @property
    def chosen(self) -> Any:
        return self.people[self.cleaned_data["who"]]


def _told(one: Any) -> str:
    parts = [one.name, one.note] if one.note else [one.name]
    if not one.has_address:
        parts.append(_("no e-mail address: ask them in person"))
    return ", ".join(parts)
