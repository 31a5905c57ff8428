"""What the pages of such an import ask."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from partners.models import ImportRun


class TieOptionsForm(forms.Form):
    told_by = forms.ChoiceField(
        label=_("Who says how closely two are tied?"),
        choices=[
            ("nobody", _("The file does not say, or nobody in particular")),
            ("first", _("The one that is named first")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    unknown_organisations = forms.ChoiceField(
        label=_("Organisations that are not on the list"),
        choices=[
            ("reject", _("Leave their rows out, and say why")),
            ("prospects", _("Add them as prospects")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    day_first = forms.BooleanField(
        label=_("In dates like 3/1/2025 the day comes first"), required=False
    )

    def __init__(self, data: QueryDict | None = None, *, run: ImportRun) -> None:
        usual = {"told_by": "nobody", "unknown_organisations": "reject"}
        super().__init__(data, initial=usual | run.options)

    def options(self) -> dict[str, Any]:
        return {
            "told_by": self.cleaned_data["told_by"] or "nobody",
            "unknown_organisations": self.cleaned_data["unknown_organisations"] or "reject",
            "day_first": self.cleaned_data["day_first"],
        }
