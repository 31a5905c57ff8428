"""Why an organisation is retired, and since when."""

from django import forms
from django.utils.translation import gettext_lazy


class RetireForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy("One sentence for those who come after you."),
        max_length=500,
    )
    on = forms.DateField(
        label=gettext_lazy("Since which day?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
