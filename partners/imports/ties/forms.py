"""What the pages of such an import ask."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from partners.imports.ties.columns import is_field
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


def mapping_in(data: QueryDict, run: ImportRun) -> dict[str, str]:
    """What a person says that each column holds; what is no field is left out."""
    told = {str(n): data.get(f"column-{n}", "") for n in range(len(run.columns))}
    return {position: key for position, key in told.items() if key and is_field(key)}


def twice(mapping: dict[str, str]) -> str:
    """A field that two columns fill, or ""."""
    keys = list(mapping.values())
    return next((key for key in keys if keys.count(key) > 1), "")
