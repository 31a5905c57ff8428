"""Forms of what a goal needs: a voice, a kind of capacity, or a strength in words."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Term
from partners.models.composition.needed_voices import AXES
from partners.models.depth import Capacity
from partners.reports.composition.axes import ONE_OF

WHY = gettext_lazy("What for?")


class VoiceForm(forms.Form):
    """One entry of one list, or of several together: “Night-shift workers” in “Northgate”."""

    why = forms.CharField(
        label=WHY,
        help_text=gettext_lazy("One sentence that you would say to them."),
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, terms: Iterable[Term], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.terms = {str(term.pk): term for term in terms if not term.retired_on}
        for axis in AXES:
            choices = [(key, one.name) for key, one in self.terms.items() if one.vocabulary == axis]
            self.fields[axis.value] = forms.ChoiceField(
                label=ONE_OF[axis], choices=[("", _("Any")), *choices], required=False
            )
        self.order_fields([*(axis.value for axis in AXES), "why"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.named():
            raise ValidationError(_("Choose at least one entry of one list."))
        return cleaned

    def named(self) -> dict[str, Term]:
        """The chosen terms by their list."""
        chosen = {axis.value: self.cleaned_data.get(axis.value, "") for axis in AXES}
        return {axis: self.terms[key] for axis, key in chosen.items() if key in self.terms}


class AssetForm(forms.Form):
    """Something that somebody must bring: of the kinds of capacity, or in words of one's own."""

    kind = forms.ChoiceField(
        label=gettext_lazy("A kind of capacity"),
        choices=[("", gettext_lazy("None of these")), *Capacity.choices],
        required=False,
    )
    strength = forms.CharField(
        label=gettext_lazy("Or what somebody must be good at"),
        help_text=gettext_lazy(
            "A word or two, as partners say it of themselves: “interpreting”, “vans”."
        ),
        max_length=80,
        required=False,
    )
    why = forms.CharField(label=WHY, max_length=300, required=False)

    def clean_strength(self) -> str:
        return " ".join(self.cleaned_data["strength"].split())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if bool(cleaned.get("kind")) == bool(cleaned.get("strength")):
            raise ValidationError(_("Choose one kind of capacity, or say it in words: not both."))
        return cleaned
