from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.imports.talks.waiting import MOST


class TalksFileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Your spreadsheet"),
        help_text=gettext_lazy(
            "CSV, XLSX or ODS, a row for each talk: partner, date, kind, what happened."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.ods"}),
    )
    day_first = forms.BooleanField(
        label=gettext_lazy("The day comes first: 3/4/2025 is April 3"), required=False
    )

    def clean_file(self) -> UploadedFile:
        file: Any = self.cleaned_data["file"]
        if file.size > MOST:
            raise forms.ValidationError(
                _("This file is too large. Up to %(size)s can be brought in at a time.")
                % {"size": filesizeformat(MOST)}
            )
        return file
