from collections.abc import Collection
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.forms.talks.touchpoints import day_input
from partners.models import CreditRule, Organisation

SHOWN = 8  # lines of the list of partners


class CreditRuleForm(forms.ModelForm):
    """Who is named on what, how, and with whom that was agreed."""

    partners = forms.ModelMultipleChoiceField(
        label=_("Which partners"),
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": SHOWN}),
        help_text=_("Only where the rule names chosen partners. Hold Ctrl to choose several."),
    )
    field_order = ["on_what", "named", "partners", "how", "agreed_on", "agreed_with"]

    class Meta:
        model = CreditRule
        fields = ["on_what", "named", "how", "agreed_on", "agreed_with"]
        widgets = {
            "named": forms.RadioSelect,
            "how": forms.Textarea(attrs={"rows": 3}),
            "agreed_on": day_input(),
        }

    def __init__(self, *args: Any, chosen: Collection[int] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Organisation.objects.of_coalition(self.instance.coalition_id)
        named = self.fields["named"]
        named.choices = CreditRule.Named.choices  # type: ignore[attr-defined]
        self.fields["partners"].queryset = rows.to_credit(chosen)  # type: ignore[attr-defined]
        self.initial["partners"] = list(chosen)
