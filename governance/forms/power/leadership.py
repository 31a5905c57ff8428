"""Forms of how widely a lead must be shared, and of the reason why it is not."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.models import Body, LeadershipOverride, LeadershipRule
from governance.operations.power.leadership import MEND_IN


def _reason(**told: Any) -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("Why must it be so for now?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        **told,
    )


class OwnRuleForm(forms.ModelForm):
    """Of one body."""

    reason = _reason(
        required=False,
        help_text=gettext_lazy(
            "Needed only where a body breaks the rule today. Everybody sees it until the rule is kept."
        ),
    )

    class Meta:
        model = LeadershipRule
        fields = ["sectors", "because"]
        widgets = {"because": forms.Textarea(attrs={"rows": 2})}

    def validate_unique(self) -> None:
        """A body has one, which is what this form is over."""

    def validate_constraints(self) -> None:
        """Likewise."""

    def values(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self._meta.fields or ()}


class RuleForm(OwnRuleForm):
    """Of the coalition, for the kinds of bodies that it names."""

    body_kinds = forms.MultipleChoiceField(
        label=gettext_lazy("For which kinds of bodies?"),
        help_text=gettext_lazy("A body may have a rule of its own, which holds there instead."),
        choices=Body.Kind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta(OwnRuleForm.Meta):
        fields = ["sectors", "body_kinds", "because"]


class AllowForm(forms.ModelForm):
    """Why a body may be led by fewer sectors for now, and when that is looked at again."""

    reason = _reason(
        help_text=gettext_lazy(
            "Everybody in the coalition reads it, until the lead is shared again."
        )
    )

    class Meta:
        model = LeadershipOverride
        fields = ["reason", "mend_by"]
        widgets = {"mend_by": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        if self.instance.mend_by is None or self.instance.mend_by <= today:
            self.initial["mend_by"] = today + MEND_IN

    def clean_mend_by(self) -> date:
        day = self.cleaned_data["mend_by"]
        if day < self.today + timedelta(days=1):
            raise forms.ValidationError(_("Choose a day that is still to come."))
        return day

    def validate_constraints(self) -> None:
        """The operation fills in the rest."""
