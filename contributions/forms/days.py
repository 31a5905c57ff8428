"""Days in the forms of contributions: one that has come, and one that is moved."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from contributions.models import Contribution


class DayThatCame(forms.Form):
    """A form with a day `on` that is not still to come."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        if self.cleaned_data["on"] > self.today:
            raise forms.ValidationError(_("This day is still to come."))
        return self.cleaned_data["on"]


def agreed_field() -> forms.BooleanField:
    """Only we say whether we agreed to a day: it was promised to us."""
    return forms.BooleanField(
        label=gettext_lazy("We agreed to this day"),
        help_text=gettext_lazy(
            "Tick it if the day above was talked over and suits you. Otherwise the promise counts as"
            " kept on time only if it comes by the day that was promised before."
        ),
        required=False,
    )


def settle_day(form: forms.ModelForm, row: Contribution, *, is_own_word: bool) -> None:
    """What has ended keeps its day; where there was none before, nothing is to be agreed on."""
    if not row.is_open:
        form.fields["due_on"].disabled = True
        words = _("What has come or was taken back keeps the day that it had.")
        form.fields["due_on"].help_text = words
    if is_own_word or not (row.is_open and row.measured_on):
        del form.fields["is_agreed"]
