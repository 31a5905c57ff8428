"""Writing the charter, adopting it, reading it again."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from governance.models import CharterDeferral, CharterReview, CharterVersion
from governance.models.charter import PARTS
from governance.operations.charter.drafting import Adoption
from partners.forms.risk.days import day_input


class DraftForm(forms.ModelForm):
    """Every part in plain words; only the problem must stand there."""

    class Meta:
        model = CharterVersion
        fields = PARTS
        widgets = {part: forms.Textarea(attrs={"rows": 5}) for part in PARTS}

    def parts(self) -> dict[str, str]:
        return {part: self.cleaned_data[part] for part in PARTS}


class AdoptForm(forms.ModelForm):
    """The day and the way in which the draft became the charter."""

    class Meta:
        model = CharterVersion
        fields = ["adopted_on", "adopted_how", "what_changed", "review_on"]
        widgets = {
            "adopted_on": day_input(),
            "review_on": day_input(),
            "what_changed": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, today: date, is_first: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for name in ("adopted_on", "adopted_how", "review_on"):
            self.fields[name].required = True
        self.initial["adopted_on"] = today
        self.initial["review_on"] = a_year_after(today)
        if is_first:
            del self.fields["what_changed"]

    def clean_adopted_on(self) -> date:
        day: date = self.cleaned_data["adopted_on"]
        if day > self.today:
            raise forms.ValidationError(
                _("That day is still to come. Put it down once it is adopted.")
            )
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        adopted, again = cleaned.get("adopted_on"), cleaned.get("review_on")
        if adopted and again and again <= adopted:
            self.add_error("review_on", _("Choose a day after the day on which it was adopted."))
        return cleaned

    def adoption(self) -> Adoption:
        told = self.cleaned_data
        return Adoption(
            on=told["adopted_on"],
            how=told["adopted_how"],
            what_changed=told.get("what_changed", ""),
            review_on=told["review_on"],
        )

    def validate_constraints(self) -> None:
        """The form says in its own words what the table would refuse."""


class ReviewForm(forms.ModelForm):
    """Read again, no change."""

    class Meta:
        model = CharterReview
        fields = ["words", "next_on"]
        widgets = {"words": forms.Textarea(attrs={"rows": 4}), "next_on": day_input()}

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"next_on": a_year_after(today)}, **kwargs)
        self.today = today

    def clean_next_on(self) -> date:
        day: date = self.cleaned_data["next_on"]
        if day <= self.today:
            raise forms.ValidationError(_("Choose a day that is still to come."))
        return day

    def validate_constraints(self) -> None:
        """Likewise."""


class DeferralForm(forms.ModelForm):
    class Meta:
        model = CharterDeferral
        fields = ["reason"]
        widgets = {"reason": forms.Textarea(attrs={"rows": 3})}


def a_year_after(day: date) -> date:
    """The same day of next year; after a 29th of February the 28th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)
