"""Answering one question of the checklist, and the coalition's own questions."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.forms.risk.days import day_input
from partners.models import DiligenceAnswer, DiligenceQuestion
from partners.operations.risk.diligence import Found

A_YEAR = timedelta(days=365)


class AnswerForm(forms.Form):
    """What was found. A concern says what it is."""

    finding = forms.ChoiceField(
        label=gettext_lazy("What did you find?"),
        choices=DiligenceAnswer.Finding.choices,
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label=gettext_lazy("In words"),
        help_text=gettext_lazy(
            "Steering committee and coordinators read this. What fewer should know goes into a"
            " restricted note."
        ),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    link = forms.URLField(
        label=gettext_lazy("Where it can be seen"),
        help_text=gettext_lazy("The address of a register, a report, a news article."),
        max_length=500,
        required=False,
        assume_scheme="https",
    )
    review_on = forms.DateField(
        label=gettext_lazy("Look again on"), required=False, widget=day_input()
    )

    def __init__(
        self, *args: Any, today: date, answer: DiligenceAnswer | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, initial=_shown(answer, today=today), **kwargs)
        self.today = today

    def clean_review_on(self) -> date | None:
        day = self.cleaned_data["review_on"]
        if day and day <= self.today:
            raise forms.ValidationError(_("Choose a day that is still to come."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("finding") == DiligenceAnswer.Finding.CONCERN and not cleaned.get("words"):
            self.add_error("words", _("Say what the concern is."))
        return cleaned

    def found(self) -> Found:
        return Found(**self.cleaned_data)


def _shown(answer: DiligenceAnswer | None, *, today: date) -> dict[str, Any]:
    """Whoever looks again looks again in a year, unless they say otherwise."""
    if answer is None:
        return {"review_on": today + A_YEAR}
    is_over = answer.review_on is None or answer.review_on <= today
    return {
        "finding": answer.finding,
        "words": answer.words,
        "link": answer.link,
        "review_on": today + A_YEAR if is_over else answer.review_on,
    }


class QuestionForm(forms.ModelForm):
    class Meta:
        model = DiligenceQuestion
        fields = ["words", "hint"]
        widgets = {"hint": forms.Textarea(attrs={"rows": 2})}

    def validate_unique(self) -> None:
        """The operation says it, and knows of retired ones."""

    def validate_constraints(self) -> None:
        """Likewise."""
