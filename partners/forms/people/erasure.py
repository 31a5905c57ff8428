from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Attachment
from partners.reports.people.naming_files import NamingFiles


class ErasureForm(forms.Form):
    """Of the files that have somebody in their name, those that go for good: all, unless one says no."""

    files = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Files with them in the name: delete for good"),
        help_text=gettext_lazy(
            "A file that stays loses the person from its name, and keeps what is inside."
        ),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, naming: NamingFiles, **kwargs: Any) -> None:
        initial = {"files": [file.pk for file in naming.kept]}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["files"].choices = [(file.pk, _told(file)) for file in naming.kept]
        if not naming.kept:
            del self.fields["files"]


def _told(file: Attachment) -> str:
    words = {"file": file.name, "organisation": file.organisation.name}
    if file.is_removed:
        return _("%(file)s, removed from %(organisation)s") % words
    return _("%(file)s, kept on %(organisation)s") % words
