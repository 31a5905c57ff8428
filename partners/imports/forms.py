"""What the pages of an import ask: a file, then its columns and the choices for all of it."""

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import HTML, Field, Layout, Submit
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from common.editing.form_keys import CARRIED_KEY
from partners.imports.columns import Columns
from partners.imports.options import Options
from partners.imports.topics import PREFIX, TOPICS
from partners.models import ImportRun, Organisation, Topic, Vocabulary, Voice


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("Your spreadsheet"),
        help_text=_("CSV, XLSX or ODS. Nothing is written before you have seen what would happen."),
        max_length=200,
        allow_empty_file=True,  # whoever reads the file says that it is empty, and what to do
    )

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_class = "flush"
        helper.attrs = {"novalidate": True}
        helper.layout = Layout(
            HTML(CARRIED_KEY),
            Field("file", wrapper_class="drop", accept=".csv,.tsv,.txt,.xlsx,.ods"),
            Submit("upload", _("Look at its columns")),
        )
        return helper


# A choice about numbers, dates or words is asked only where a column holds some.
ASKED_ONLY_WITH = {
    "scheme": {"external_id"},
    "dates": {"since_on", "contact_consent", "own date"},
    "leaves_out": {
        "since_on",
        "email",
        "contact_email",
        "contact_consent",
        "contact_no_letters",
        *(f"own {kind}" for kind in ("date", "number", "choice", "choices", "yes_no")),
    },
    "unknown": {*Vocabulary.values, PREFIX + Topic.POPULATIONS},
    "voice": set(TOPICS),
}


class OptionsForm(forms.Form):
    """The choices for the whole file, beside its columns."""

    kind = forms.ChoiceField(label=_("New ones come in as"), choices=Organisation.Kind.choices)
    scheme = forms.CharField(
        label=_("Which system do the numbers come from?"),
        help_text=_(
            "For example EIN. The next file with the same numbers finds its partners by them."
        ),
        max_length=60,
        required=False,
    )
    dates = forms.ChoiceField(
        label=_("How are dates written?"),
        choices=[("month", _("Month first: 12/31/2025")), ("day", _("Day first: 31/12/2025"))],
    )
    leaves_out = forms.ChoiceField(
        label=_("When a cell cannot be read, such as a wrong e-mail address or date"),
        choices=[
            ("row", _("leave the row out, so that I can mend it")),
            ("cell", _("bring the row in without it")),
        ],
    )
    unknown = forms.ChoiceField(
        label=_("Words that your lists do not have"),
        choices=[("add", _("add them")), ("skip", _("leave them out"))],
    )
    voice = forms.ChoiceField(
        label=_("Whose words stand in the columns of the profile in depth?"),
        choices=[
            (Voice.OURS, _("ours: what we noted of them")),
            (Voice.THEIRS, _("theirs: as they said it themselves")),
        ],
    )

    def __init__(self, *args: Any, run: ImportRun, columns: Columns, **kwargs: Any) -> None:
        told = Options.from_json(run.options)
        initial = {
            "kind": told.kind,
            "scheme": told.scheme,
            "dates": "day" if told.day_first else "month",
            "leaves_out": "cell" if told.drops_bad_cells else "row",
            "unknown": told.unknown,
            "voice": told.voice,
        }
        super().__init__(*args, initial=initial, **kwargs)  # type: ignore[misc]
        held = columns.sorts(run.mapping.values())
        for name, needs in ASKED_ONLY_WITH.items():
            # A column that holds such things since this very answer could not be asked about yet.
            if held.isdisjoint(needs) or (self.is_bound and name not in self.data):
                del self.fields[name]

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        return helper

    def options(self, words: dict[str, dict[str, str]]) -> dict[str, Any]:
        """What was asked; what was not stays as it was."""
        told = dict(self.cleaned_data)
        if dates := told.pop("dates", ""):
            told["day_first"] = dates == "day"
        if leaves_out := told.pop("leaves_out", ""):
            told["drops_bad_cells"] = leaves_out == "cell"
        return told | {"words": words}


def mapping_in(post: QueryDict, run: ImportRun, columns: Columns) -> dict[str, str]:
    """Position of the column → field, from the selects `column-0`, `column-1`, …"""
    told = {str(p): post.get(f"column-{p}", "") for p in range(len(run.columns))}
    return {position: key for position, key in told.items() if key and columns.is_known(key)}


def words_in(post: QueryDict) -> dict[str, dict[str, str]]:
    """What single words mean, from the selects `word-sector-<key>`."""
    told: dict[str, dict[str, str]] = {}
    for vocabulary in Vocabulary.values:
        prefix = f"word-{vocabulary}-"
        for name in post:
            if name.startswith(prefix) and post[name]:
                told.setdefault(vocabulary, {})[name.removeprefix(prefix)] = str(post[name])
    return told
