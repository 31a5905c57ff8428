"""A word of the glossary."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from governance.models import Word
from partners.forms.shared.texts import CommaField


class WordForm(forms.ModelForm):
    spellings = CommaField(
        most=80,
        label=gettext_lazy("Other spellings"),
        help_text=gettext_lazy(
            "With commas between. Other ways to write it, in any language; plurals are found by"
            " themselves."
        ),
    )

    class Meta:
        model = Word
        fields = ["term", "stands_for", "definition", "spellings"]
        widgets = {"definition": forms.Textarea(attrs={"rows": 3})}

    def clean_term(self) -> str:
        return " ".join(self.cleaned_data["term"].split())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        term = cleaned.get("term", "")
        cleaned["spellings"] = [one for one in cleaned.get("spellings", []) if one != term]
        return cleaned

    def validate_unique(self) -> None:
        """The operation says it, and names the word that is written alike."""

    def validate_constraints(self) -> None:
        """Likewise."""
