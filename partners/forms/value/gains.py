"""Forms about what partners gain: a promise and what became of it, the two voices, their answer."""

from datetime import date
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Layout
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Coalition
from partners.forms.value.amounts import AmountFields
from partners.models import Benefit, ValueStatement

Unit = Benefit.Unit


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class BenefitForm(forms.ModelForm):
    """A promise, as one of us has made it."""

    class Meta:
        model = Benefit
        fields = ["words", "kind", "is_tangible", "promised_on", "promised_by", "due_on", "note"]
        widgets = {
            "words": forms.Textarea(attrs={"rows": 3}),
            "note": forms.Textarea(attrs={"rows": 3}),
            "promised_on": day_input(),
            "due_on": day_input(),
        }

    def __init__(self, *args: Any, coalition: Coalition, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        keepers = coalition.members.looking_after_partners()
        self.fields["promised_by"].queryset = keepers.people_and(self.instance.promised_by_id)
        self.fields["promised_by"].empty_label = None
        self.fields["kind"].choices = Benefit.Kind.choices
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = Layout(*self.Meta.fields)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        promised_on, due_on = cleaned.get("promised_on"), cleaned.get("due_on")
        if promised_on and promised_on > self.today:
            self.add_error("promised_on", _("This day is still to come."))
        if promised_on and due_on and due_on < promised_on:
            self.add_error("due_on", _("This day lies before the promise was made."))
        delivered_on = self.instance.delivered_on
        if promised_on and delivered_on and promised_on > delivered_on:
            self.add_error("promised_on", _("It had come to them before this day."))
        return cleaned


class EditBenefitForm(BenefitForm):
    """A promise that stands already: its day is moved with their word, or without it."""

    is_agreed = forms.BooleanField(
        label=gettext_lazy("They agreed to this day"),
        help_text=gettext_lazy(
            "Tick it if they know the day above and it suits them. Otherwise the promise counts as"
            " kept on time only if it comes by the day that was promised before."
        ),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.measured_on = self.instance.measured_on
        day = self.fields["due_on"]
        if not self.instance.is_open:
            day.disabled = True
            day.help_text = _("What has come or was taken back keeps the day that it had.")
        if day.disabled or not self.measured_on:
            del self.fields["is_agreed"]
        self.order_fields([*self.Meta.fields[:-1], "is_agreed", "note"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        promised_on, is_agreed = cleaned.get("promised_on"), cleaned.get("is_agreed")
        if promised_on and self.measured_on and promised_on > self.measured_on and not is_agreed:
            self.add_error("promised_on", _("It was to come to them before this day."))
        return cleaned


class _NotInFuture(forms.Form):
    """A form with one day that has come: `day_field` names it."""

    day_field = ""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        day = cleaned.get(self.day_field)
        if day and day > self.today:
            self.add_error(self.day_field, _("This day is still to come."))
        return cleaned


class DeliverForm(AmountFields, _NotInFuture):
    day_field = "on"
    units = Unit.choices
    field_order = ["on", "what"]

    on = forms.DateField(label=gettext_lazy("On which day did it come?"), widget=day_input())
    what = forms.CharField(
        label=gettext_lazy("What did they get, and how can one see it?"),
        help_text=gettext_lazy(
            "How much, how many, or where it can be seen: “120 visitors at the stand, photos in the"
            " June letter”. They see this."
        ),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class WithdrawForm(_NotInFuture):
    day_field = "on"

    reason = forms.CharField(
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy("They see this, so write it as you would tell them."),
        max_length=500,
    )
    on = forms.DateField(label=gettext_lazy("On which day?"), widget=day_input())


class AnswerForm(forms.Form):
    """The partner's word on "did it come?"."""

    came = forms.ChoiceField(
        label=gettext_lazy("Did it come?"), choices=Benefit.Came.choices, widget=forms.RadioSelect
    )
    came_words = forms.CharField(
        label=gettext_lazy("In their words"),
        help_text=gettext_lazy("What came of it, or what is missing. You may leave this empty."),
        max_length=500,
        required=False,
    )


class OwnAnswerForm(AnswerForm):
    """The same as whoever speaks for the partner reads it."""

    came_words = forms.CharField(
        label=gettext_lazy("In your words"),
        help_text=gettext_lazy("What came of it, or what is missing. You may leave this empty."),
        max_length=500,
        required=False,
    )


class StatementForm(forms.ModelForm):
    class Meta:
        model = ValueStatement
        fields = ["statement"]
        widgets = {"statement": forms.Textarea(attrs={"rows": 8})}


class OwnWordsForm(forms.ModelForm):
    class Meta:
        model = ValueStatement
        fields = ["own_words"]
        widgets = {"own_words": forms.Textarea(attrs={"rows": 6})}


class HopesForm(forms.ModelForm):
    class Meta:
        model = ValueStatement
        fields = ["hopes"]
        widgets = {"hopes": forms.Textarea(attrs={"rows": 6})}


class ToldHopesForm(HopesForm):
    """The same as one of us writes it down."""

    class Meta(HopesForm.Meta):
        labels = {"hopes": gettext_lazy("what they hope to gain")}
        help_texts = {
            "hopes": gettext_lazy("As they told you, in their words. They read it on their page.")
        }
