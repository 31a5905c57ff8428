"""Forms of an experiment: what is tried, and what was learned."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.models import Body, Experiment
from governance.operations.power.experiments import Review


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class ExperimentForm(forms.ModelForm):
    class Meta:
        model = Experiment
        fields = ["title", "hypothesis", "measure", "body", "starts_on", "ends_on", "review_on"]
        widgets = {
            "hypothesis": forms.Textarea(attrs={"rows": 3}),
            "measure": forms.Textarea(attrs={"rows": 2}),
            "starts_on": _day(),
            "ends_on": _day(),
            "review_on": _day(),
        }

    def __init__(self, *args: Any, bodies: Iterable[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]
        self.fields["body"].empty_label = _("In the whole coalition")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        starts = cleaned.get("starts_on")
        for name, said in (
            ("ends_on", _("It cannot end before it began.")),
            ("review_on", _("Look at it after it has begun.")),
        ):
            if starts and cleaned.get(name) and cleaned[name] < starts:
                self.add_error(name, said)
        return cleaned

    def validate_constraints(self) -> None:
        """Said above, beside the field that is wrong."""

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self._meta.fields or ()}


class ReviewForm(forms.Form):
    learned = forms.CharField(
        label=gettext_lazy("What did you learn?"),
        help_text=gettext_lazy("What came of it, for whom, and what surprised you."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    outcome = forms.ChoiceField(
        label=gettext_lazy("What becomes of it?"),
        choices=Experiment.Outcome.choices,
        widget=forms.RadioSelect,
    )

    def review(self) -> Review:
        return Review(**self.cleaned_data)
