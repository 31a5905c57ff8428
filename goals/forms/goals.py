"""Forms of a goal: what it says, and how it ended."""

from collections.abc import Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms
from django.utils.translation import gettext_lazy

from goals.models import CARRIED, Goal
from goals.models.goals import LABELS
from goals.operations.goals import Aim, Ending
from partners.forms.composition import day_box
from partners.forms.shared.parts import TermsField
from partners.models import OtherList, Term, Vocabulary

HELP: dict[str, Any] = {
    Vocabulary.DETERMINANT: gettext_lazy("The social determinants of your lists."),
    OtherList.PRIORITY: gettext_lazy(
        "In the words in which partners name their own: so you see who wants the same."
    ),
}


class GoalForm(forms.ModelForm):
    class Meta:
        model = Goal
        fields = ["statement", "how", "by_when", "works_on"]
        widgets = {
            "statement": forms.Textarea(attrs={"rows": 2}),
            "how": forms.Textarea(attrs={"rows": 4}),
            "by_when": day_box(),
            "works_on": forms.RadioSelect,
        }

    def __init__(
        self,
        *args: Any,
        lists: Mapping[str, list[Term]],
        carried: list[Term],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["works_on"].choices = Goal.WorksOn.choices  # type: ignore[attr-defined]
        for name, offered in lists.items():
            self.fields[name] = TermsField(
                offered, label=LABELS[name], help_text=HELP.get(name, "")
            )
            self.initial[name] = [term.pk for term in carried if term.vocabulary == name]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.layout = Layout(
            *self.Meta.fields,
            *(Field(name, wrapper_class="wide") for name, offered in lists.items() if offered),
        )

    def clean_statement(self) -> str:
        return " ".join(self.cleaned_data["statement"].split())

    def aim(self) -> Aim:
        told = {name: self.cleaned_data[name] for name in self.Meta.fields}
        terms = (term for name in CARRIED for term in self.cleaned_data.get(name, []))
        return Aim(**told, terms=tuple(terms))


class EndForm(forms.Form):
    as_what = forms.ChoiceField(
        label=gettext_lazy("How does it end?"),
        choices=Goal.End.choices,
        widget=forms.RadioSelect,
    )
    because = forms.CharField(
        label=gettext_lazy("What is there to say of it?"),
        help_text=gettext_lazy("How you know that it is reached, or why you let it go."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    @staticmethod
    def shown(goal: Goal) -> dict[str, str]:
        return {"as_what": goal.ended_as, "because": goal.ended_because}

    def ending(self) -> Ending:
        return Ending(**self.cleaned_data)
