from django import forms
from django.utils.translation import gettext_lazy as _

from partners.models import LISTS


class TermForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    vocabulary = forms.ChoiceField(choices=LISTS, required=False)

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())
