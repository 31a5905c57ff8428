from django import forms

from partners.models import Stake
from partners.operations.depth import Placing


class StakeForm(forms.ModelForm):
    """Where an organisation stands, and why."""

    class Meta:
        model = Stake
        fields = [
            "influence",
            "influence_reason",
            "interest",
            "interest_reason",
            "is_affected",
        ]

    def placing(self) -> Placing:
        return Placing(**self.cleaned_data)
