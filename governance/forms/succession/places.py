"""Where things are."""

from dataclasses import asdict
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from common.refusal import Refusal
from governance.models import Place
from governance.operations.succession.places import Whereabouts, refuse_secrets


class PlaceForm(forms.Form):
    what = forms.CharField(
        label=gettext_lazy("What is it?"),
        help_text=gettext_lazy("The website, the bank account, the banner."),
        max_length=120,
    )
    where = forms.CharField(
        label=gettext_lazy("Where is it?"),
        help_text=gettext_lazy("With which provider, in which cupboard."),
        max_length=300,
    )
    access = forms.CharField(
        label=gettext_lazy("Who has access?"),
        help_text=gettext_lazy(
            "Names, not passwords. Keep those in a password safe, and say here which one."
        ),
        max_length=300,
    )

    def clean(self) -> dict[str, Any]:
        """Each box says itself when it holds what looks like a password."""
        cleaned = super().clean() or self.cleaned_data
        for name in ("what", "where", "access"):
            try:
                refuse_secrets(Whereabouts(cleaned.get(name, ""), "", ""))
            except Refusal as reason:
                self.add_error(name, str(reason))
        return cleaned

    def told(self) -> Whereabouts:
        return Whereabouts(**self.cleaned_data)

    @staticmethod
    def shown(place: Place) -> dict[str, Any]:
        return asdict(Whereabouts(place.what, place.where, place.access))
