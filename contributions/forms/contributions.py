"""Forms about what partners give: written down, given, taken back, and what they say it is worth."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Coalition
from contributions.forms.days import DayThatCame, agreed_field, settle_day
from contributions.models import Contribution
from partners.forms.shared.parts import TermsField
from partners.forms.value.amounts import AmountFields
from partners.forms.value.gains import day_input
from partners.models import Term, Vocabulary
from partners.reports.value.amounts import plain

BY_WHICH_DAY = gettext_lazy("By which day is it promised?")


class ContributionForm(AmountFields, forms.ModelForm):
    """What a partner gives, as itself or one of us writes it down; the note is for us alone.

    What was given already has its day at once; of what is still to come it stays empty.
    """

    units = Contribution.Unit.choices
    field_order = [
        "words",
        "kind",
        "populations",
        "amount",
        "unit",
        "own_unit",
        "worth",
        "promised_on",
        "due_on",
        "is_agreed",
        "delivered_on",
        "note",
    ]

    class Meta:
        model = Contribution
        fields = ["kind", "words", "worth", "promised_on", "due_on", "delivered_on", "note"]
        labels = {"due_on": BY_WHICH_DAY}
        widgets = {
            "words": forms.Textarea(attrs={"rows": 3}),
            "note": forms.Textarea(attrs={"rows": 3}),
            "promised_on": day_input(),
            "due_on": day_input(),
            "delivered_on": day_input(),
        }

    def __init__(
        self,
        *args: Any,
        coalition: Coalition,
        today: date,
        is_own_word: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["kind"].choices = Contribution.Kind.choices
        self.fields["kind"].initial = ""
        self.fields["promised_on"].required = False
        self.fields["promised_on"].help_text = _("Empty: today, or the day on which it was given.")
        self.fields["delivered_on"].label = _("If it was given already, on which day?")
        self._offer_populations(coalition)
        if is_own_word:
            del self.fields["note"]
            self.fields["worth"].label = _("What it is worth, as you say it")
            self.fields["worth"].help_text = _(
                "In your own words, or as an amount. Nobody works it out for you."
            )
        self.order_fields(self.field_order)

    def _offer_populations(self, coalition: Coalition) -> None:
        row = self.instance
        carried = [one.term for one in row.populations.all()] if row.pk else []
        offered = Term.objects.offered(coalition, Vocabulary.POPULATION, also=carried)
        self.fields["populations"] = TermsField(
            list(offered),
            label=_("If it is knowledge of a population: of which?"),
            help_text=_(
                "What people know of their own community cannot be bought, so it is counted."
            ),
        )
        self.initial["populations"] = [term.pk for term in carried]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self._find_days(cleaned)
        is_knowledge = cleaned.get("kind") == Contribution.Kind.POPULATION
        if is_knowledge and not cleaned.get("populations") and "populations" in self.fields:
            self.add_error("populations", _("Of which population?"))
        return cleaned

    def _find_days(self, cleaned: dict[str, Any]) -> None:
        given_on = cleaned.get("delivered_on")
        if "promised_on" in self.fields and "promised_on" not in self.errors:
            cleaned["promised_on"] = cleaned.get("promised_on") or given_on or self.today
        promised_on, due_on = cleaned.get("promised_on"), cleaned.get("due_on")
        for name in ("promised_on", "delivered_on"):
            if name in self.fields and cleaned.get(name) and cleaned[name] > self.today:
                self.add_error(name, _("This day is still to come."))
        if promised_on and due_on and due_on < promised_on:
            self.add_error("due_on", _("This day lies before the promise was made."))
        if promised_on and given_on and given_on < promised_on:
            self.add_error("delivered_on", _("It cannot have been given before it was promised."))

    def telling(self) -> Contribution:
        """The row as the form tells it, with its amount where it belongs; not saved."""
        row = self.save(commit=False)
        counted = self.counted
        row.unit, row.own_unit = counted.unit, counted.own_unit
        if row.delivered_on:
            row.state, row.amount = Contribution.State.DELIVERED, counted.amount
        else:
            row.promised_amount = counted.amount
        return row


class EditContributionForm(ContributionForm):
    """What stands already, for the side that has written it."""

    is_agreed = agreed_field()

    def __init__(self, *args: Any, is_own_word: bool, **kwargs: Any) -> None:
        super().__init__(*args, is_own_word=is_own_word, **kwargs)
        row = self.instance
        for name in ("delivered_on", "worth"):
            del self.fields[name]
        settle_day(self, row, is_own_word=is_own_word)
        shown = row.promised_amount if row.is_open else row.amount
        told = {"amount": plain(shown) if shown else None, "unit": row.unit}
        self.initial |= {**told, "own_unit": row.own_unit}
        for name in () if row.is_open else ("amount", "unit", "own_unit"):
            self.fields[name].disabled = True

    def telling(self) -> Contribution:
        row = self.save(commit=False)
        if row.is_open:
            counted = self.counted
            row.promised_amount = counted.amount
            row.unit, row.own_unit = counted.unit, counted.own_unit
        return row


class MoveForm(forms.ModelForm):
    """What the other side has written stays as they said it: its day may move, and we keep our note."""

    is_agreed = agreed_field()
    field_order = ["due_on", "is_agreed", "note"]

    class Meta:
        model = Contribution
        fields = ["due_on", "note"]
        labels = {"due_on": BY_WHICH_DAY}
        widgets = {"due_on": day_input(), "note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, is_own_word: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        settle_day(self, self.instance, is_own_word=is_own_word)
        if is_own_word:
            del self.fields["note"]

    def clean_due_on(self) -> date | None:
        due_on = self.cleaned_data["due_on"]
        if due_on and due_on < self.instance.promised_on:
            raise forms.ValidationError(_("This day lies before the promise was made."))
        return due_on

    def telling(self) -> Contribution:
        return self.save(commit=False)


class DeliverForm(AmountFields, DayThatCame):
    units = Contribution.Unit.choices
    field_order = ["on", "what"]

    on = forms.DateField(label=gettext_lazy("On which day was it given?"), widget=day_input())
    what = forms.CharField(
        label=gettext_lazy("What came of it?"),
        help_text=gettext_lazy("You may leave this empty. Both sides read it."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class WithdrawForm(DayThatCame):
    reason = forms.CharField(
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy("Both sides read this."),
        max_length=500,
    )
    on = forms.DateField(label=gettext_lazy("On which day?"), widget=day_input())


class WorthForm(forms.ModelForm):
    """What the partner says it is worth, as one of us heard it."""

    class Meta:
        model = Contribution
        fields = ["worth"]


class OwnWorthForm(WorthForm):
    """The same as whoever speaks for the partner writes it."""

    class Meta(WorthForm.Meta):
        labels = {"worth": gettext_lazy("What it is worth, as you say it")}
        help_texts = {
            "worth": gettext_lazy(
                "In your own words, or as an amount. Nobody works it out for you."
            )
        }
