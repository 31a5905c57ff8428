"""What the pages of such an import ask."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from partners.models import ImportRun


class TalkOptionsForm(forms.Form):
    day_first = forms.BooleanField(
        label=_("In dates like 3/1/2025 the day comes first"), required=False
    )

    def __init__(self, data: QueryDict | None = None, *, run: ImportRun) -> None:
        super().__init__(data, initial=run.options)

    def options(self) -> dict[str, Any]:
        return {"day_first": self.cleaned_data["day_first"]}
