from django import forms
from django.utils.translation import gettext_lazy

from governance.models import Phase, PowerSettings
from governance.models.power.phases import PHASE_WORDS


class PowerSettingsForm(forms.ModelForm):
    class Meta:
        model = PowerSettings
        fields = ["most_lead", "least_parity", "most_parity"]

    def validate_unique(self) -> None:
        """A coalition has one, which is what this form is over."""

    def validate_constraints(self) -> None:
        """Each field says its range."""

    def values(self) -> dict[str, int]:
        return {name: self.cleaned_data[name] for name in self._meta.fields or ()}


class PhasesForm(forms.Form):
    """In which phases of the work a body takes part."""

    phases = forms.MultipleChoiceField(
        label=gettext_lazy("In which phases does it take part?"),
        choices=[],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["phases"].choices = [  # type: ignore[attr-defined]
            (phase.value, f"{phase.label}: {PHASE_WORDS[phase]}") for phase in Phase
        ]
