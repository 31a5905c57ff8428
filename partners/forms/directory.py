from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Layout
from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.reports.directory.contents import BY_NAME, BY_SECTOR, FIELDS, PEOPLE_FIELDS, Wanted

CHOSEN = "chosen"
USUAL_FIELDS = ["description", "sectors", "website", "phones", "addresses"]
USUAL_PEOPLE = ["name", "title"]


class DirectoryForm(forms.Form):
    """What the directory shall tell. It is asked by GET: the address is the directory."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=120, required=False, strip=True)
    grouping = forms.ChoiceField(
        label=gettext_lazy("In which order?"),
        choices=[
            (BY_NAME, gettext_lazy("From A to Z")),
            (BY_SECTOR, gettext_lazy("By sector")),
        ],
        widget=forms.RadioSelect,
    )
    fields_told = forms.MultipleChoiceField(
        label=gettext_lazy("Of each partner, besides the name"),
        choices=list(FIELDS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    people_told = forms.MultipleChoiceField(
        label=gettext_lazy("Of their people"),
        help_text=gettext_lazy("Only of those who said that the directory may name them."),
        choices=list(PEOPLE_FIELDS.items()),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    paper = forms.ChoiceField(
        label=gettext_lazy("Paper"),
        choices=[("us-letter", gettext_lazy("Letter")), ("a4", gettext_lazy("A4"))],
        widget=forms.RadioSelect,
    )

    @classmethod
    def asked(cls, parameters: QueryDict) -> "DirectoryForm":
        """Bound to the address once somebody has chosen; before that, to what most people want."""
        return cls(parameters if CHOSEN in parameters else cls.usual())

    @staticmethod
    def usual() -> QueryDict:
        usual = QueryDict(mutable=True)
        usual.update({"title": _("Partner directory"), "grouping": BY_NAME, "paper": "us-letter"})
        usual.setlist("fields_told", USUAL_FIELDS)
        usual.setlist("people_told", USUAL_PEOPLE)
        return usual

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.layout = Layout(
            "title",
            "grouping",
            Field("fields_told", wrapper_class="wide"),
            Field("people_told", wrapper_class="wide"),
            "paper",
        )
        return helper

    def carried(self, parameters: QueryDict) -> list[tuple[str, str]]:
        """The rest of the address, which says whom the list shows."""
        own = {CHOSEN, "page", *self.fields}
        return [
            (name, value)
            for name in parameters
            if name not in own
            for value in parameters.getlist(name)
        ]

    @property
    def wanted(self) -> Wanted:
        told: dict[str, Any] = self.cleaned_data
        return Wanted(
            fields=told["fields_told"], people=told["people_told"], grouping=told["grouping"]
        )

    @property
    def title_told(self) -> str:
        return self.cleaned_data["title"] or _("Partner directory")
