from django import forms
from django.utils.translation import gettext_lazy as _


class RepresentativeForm(forms.Form):
    email = forms.EmailField(label=_("E-mail address"))
    full_name = forms.CharField(label=_("Name"), max_length=200, required=False)
    message = forms.CharField(
        label=_("A personal line"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Stands at the top of the letter, under your name."),
    )
