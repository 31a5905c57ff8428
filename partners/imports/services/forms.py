"""What the pages of such an import ask."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Field, Layout, Submit
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from common.editing.form_keys import CARRIED_KEY
from partners.models import ImportRun

MOST_FILES = 12


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """One file or several; answers a list."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        files = data if isinstance(data, list | tuple) else [data]
        if len(files) > MOST_FILES:
            raise forms.ValidationError(
                _("At most %(most)d files at once."), params={"most": MOST_FILES}
            )
        return [super(SeveralFilesField, self).clean(one, initial) for one in files]


class ServiceUploadForm(forms.Form):
    uploads = SeveralFilesField(
        label=_("Your spreadsheet, or the tables of a directory"),
        help_text=_(
            "CSV, XLSX or ODS. One file with a service a row; or several tables together, named services,"
            " organizations, locations, addresses, phones, categories and so on."
        ),
        max_length=200,
        allow_empty_file=True,  # whoever reads the files says which is empty
    )

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "flush"
        helper.attrs = {"novalidate": True}
        accept = ".csv,.tsv,.txt,.xlsx,.ods"
        helper.layout = Layout(
            HTML(CARRIED_KEY),
            Field("uploads", wrapper_class="drop", accept=accept),
            Submit("upload", _("Look at its columns")),
        )
        return helper


class ServiceOptionsForm(forms.Form):
    unknown_organisations = forms.ChoiceField(
        label=_("Organisations that are not on the list"),
        choices=[
            ("reject", _("Leave their rows out, and say why")),
            ("prospects", _("Add them as prospects")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    unknown = forms.ChoiceField(
        label=_("Kinds, populations, languages and areas that are not in your lists"),
        choices=[
            ("add", _("Add them to the lists")),
            ("skip", _("Leave them out; the rest of the row comes in")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    area_from = forms.ChoiceField(
        label=_("Where a row names no area"),
        choices=[
            ("", _("It has none")),
            ("city", _("Its city is the area")),
            ("postcode", _("Its postal code is the area")),
            ("region", _("Its state or region is the area")),
        ],
        required=False,
    )
    scheme = forms.CharField(
        label=_("Which system are the partners’ numbers of?"),
        help_text=_("For example EIN. Empty means any."),
        max_length=60,
        required=False,
    )
    drops_bad_cells = forms.BooleanField(
        label=_("Where a cell is wrong, leave out the cell and not its row"), required=False
    )
    day_first = forms.BooleanField(
        label=_("In dates like 3/1/2025 the day comes first"), required=False
    )

    def __init__(self, data: QueryDict | None = None, *, run: ImportRun) -> None:
        super().__init__(data, initial=USUAL | run.options)

    def options(self) -> dict[str, Any]:
        told = self.cleaned_data
        return {name: told[name] or usual for name, usual in USUAL.items()}


USUAL: dict[str, Any] = {
    "unknown_organisations": "reject",
    "unknown": "add",
    "area_from": "",
    "scheme": "",
    "drops_bad_cells": False,
    "day_first": False,
}
