from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.models import GroundRule
from governance.operations.charter.ground_rules import Wording


class RuleForm(forms.ModelForm):
    """One ground rule. Only of one that is there can be said that it means something else now."""

    means_more = forms.BooleanField(
        label=_("It means something else now"),
        help_text=_("Then everybody is asked to read the ground rules again."),
        required=False,
    )

    class Meta:
        model = GroundRule
        fields = ["words", "about"]
        widgets = {"about": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            del self.fields["means_more"]

    def wording(self) -> Wording:
        return Wording(self.cleaned_data["words"], self.cleaned_data["about"])

    def validate_unique(self) -> None:
        """The operation says it."""

    def validate_constraints(self) -> None:
        """Likewise."""
