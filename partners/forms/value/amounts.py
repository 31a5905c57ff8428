"""How much or how many of what: the same questions of what partners gain and of what they give."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.forms.own_fields.values import NumberField
from partners.operations.value.benefits import Counted

OWN = "own"  # the unit that somebody names


class AmountFields(forms.Form):
    """An amount with its unit, or neither. `units` are the choices of the model."""

    units: list[tuple[str, Any]] = []

    amount = NumberField(
        label=gettext_lazy("How much or how many, as a number?"),
        help_text=gettext_lazy(
            "Only what was counted, such as 120. Leave it empty otherwise: a guess is worth nothing."
        ),
        max_digits=12,
        decimal_places=2,
        min_value=Decimal("0.01"),
        required=False,
    )
    unit = forms.ChoiceField(
        label=gettext_lazy("Of what?"),
        help_text=gettext_lazy("Amounts are added up within one unit only."),
        required=False,
    )
    own_unit = forms.CharField(
        label=gettext_lazy("If it is another unit, which one?"),
        help_text=gettext_lazy("For example: “Boxes of food”, “Bus tickets”."),
        max_length=40,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", _("Not counted")), *self.units]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        own_unit = " ".join(cleaned.get("own_unit", "").split())
        unit = cleaned.get("unit") or (OWN if own_unit else "")
        cleaned |= {"unit": unit, "own_unit": own_unit if unit == OWN else ""}
        if unit == OWN and not own_unit:
            self.add_error("own_unit", _("Name the unit."))
        if unit and cleaned.get("amount") is None and "amount" not in self.errors:
            self.add_error("amount", _("How much or how many? Or choose “Not counted”."))
        if cleaned.get("amount") is not None and not unit:
            self.add_error("unit", _("Of what? A number alone says nothing."))
        return cleaned

    @property
    def counted(self) -> Counted:
        told = self.cleaned_data
        return Counted(amount=told["amount"], unit=told["unit"], own_unit=told["own_unit"])
