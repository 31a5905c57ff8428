from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition
from accounts.models.coalitions import RESERVED_SLUGS
from accounts.time_zones import time_zone_choices


class CoalitionForm(forms.ModelForm):
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=time_zone_choices)

    class Meta:
        model = Coalition
        fields = ["name", "short_name", "tagline", "place", "problem_statement", "time_zone"]
        widgets = {"problem_statement": forms.Textarea(attrs={"rows": 4})}


class FoundingForm(forms.ModelForm):
    """The address may be left empty: it is then made of the name."""

    slug = forms.SlugField(
        label=_("Address"),
        required=False,
        max_length=60,
        help_text=_(
            "The first part of every page's address: small letters, digits and hyphens. "
            "Leave it empty to have it made of the name."
        ),
        error_messages={
            "unique": _("Another coalition has this address. Please choose a different one."),
            "invalid": _("Small letters, digits and single hyphens only: north-valley."),
        },
    )

    class Meta:
        model = Coalition
        fields = ["name", "slug", "short_name", "place", "problem_statement", "sector_preset"]
        widgets = {
            "problem_statement": forms.Textarea(attrs={"rows": 4}),
            "sector_preset": forms.RadioSelect,
            "name": forms.TextInput(
                attrs={
                    "hx-get": reverse_lazy("accounts:suggest_address"),
                    "hx-trigger": "change",
                    "hx-target": "#id_slug_helptext",
                }
            ),
        }

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"].lower()
        if slug in RESERVED_SLUGS:
            raise ValidationError(
                _("This address has another use here. Please choose a different one.")
            )
        return slug or Coalition.objects.address_for(self.cleaned_data.get("name", ""))
