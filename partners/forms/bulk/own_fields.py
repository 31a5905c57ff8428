"""One of the coalition's own fields, for all selected organisations: what it shall say, or nothing."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.forms.own_fields.values import MAKERS, name_in_form
from partners.models import BulkEdit, OwnField
from partners.models.own_fields.values import stored

SET, CLEAR = "set", "clear"


def field_asked(fields: Sequence[OwnField], key: str) -> OwnField | None:
    """The one that the address names; when it names none, the first there is."""
    return next((field for field in fields if not key or field.key == key), None)


class OwnAnswerForm(forms.Form):
    """An empty box is no answer: taking away what is said must be asked for."""

    use_required_attribute = False  # "Leave it empty" needs no answer

    how = forms.ChoiceField(
        label=gettext_lazy("What to do"),
        choices=[
            (SET, gettext_lazy("Let it say this")),
            (CLEAR, gettext_lazy("Leave it empty")),
        ],
        widget=forms.RadioSelect,
        initial=SET,
    )

    def __init__(self, *args: Any, field: OwnField, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.field = field
        self.fields[name_in_form(field)] = MAKERS[field.kind](
            field, label=field.label, help_text=field.help_text, required=True
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        name = name_in_form(self.field)
        if name in self.errors and cleaned.get("how") == CLEAR:
            del self.errors[name]
        if cleaned.get("how") == CLEAR and self.field.is_required:
            self.add_error("how", _("This must be answered, so it cannot be left empty."))
        return cleaned

    @property
    def _value(self) -> Any:
        return stored(self.field, self.cleaned_data.get(name_in_form(self.field)))

    def answer(self) -> tuple[str, dict[str, Any]]:
        """The kind goes along: what is meant as a text must not be written once it is a number."""
        value = self._value if self.cleaned_data["how"] == SET else None
        return BulkEdit.Action.OWN, {
            "field": self.field.pk,
            "kind": self.field.kind,
            "value": value,
        }
