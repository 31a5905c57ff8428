from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Div, Field, Layout, Submit
from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.editing.form_keys import CARRIED_KEY
from common.files.kinds import ACCEPT, labels


class SeveralFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class SeveralFilesField(forms.FileField):
    """A file chooser that takes several; each is judged on its own later, so none is here."""

    widget = SeveralFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        chosen = [file for file in data or [] if file]
        if not chosen:
            raise forms.ValidationError(_("Please choose a file."), code="required")
        if len(chosen) > settings.ATTACHMENTS_AT_ONCE:
            raise forms.ValidationError(
                _("These are %(count)d files. Please choose %(most)d at a time, at most.")
                % {"count": len(chosen), "most": settings.ATTACHMENTS_AT_ONCE}
            )
        return chosen


class FilesForm(forms.Form):
    files = SeveralFilesField(label=gettext_lazy("Your files"))
    is_shared = forms.BooleanField(
        label=gettext_lazy("Their own people may open them"),
        help_text=gettext_lazy("Whoever signs in for this organisation sees them on its page."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["files"].help_text = _(
            "%(kinds)s; each up to %(size)s. You may choose several at once."
        ) % {
            "kinds": get_text_list(labels(), _("and")),
            "size": filesizeformat(settings.ATTACHMENT_MAX_BYTES),
        }

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.attrs = {"novalidate": True}
        helper.layout = Layout(
            HTML(CARRIED_KEY),
            Field("files", wrapper_class="drop", accept=ACCEPT),
            "is_shared",
            Div(Submit("add", _("Keep them here")), css_class="acts"),
        )
        return helper
