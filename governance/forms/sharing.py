"""Why a lead is shared less than the coalition's rule asks: asked wherever a form can change who leads."""

from django import forms
from django.utils.translation import gettext_lazy


def why_unshared() -> forms.CharField:
    return forms.CharField(
        label=gettext_lazy("If the lead is then shared less than your rule asks: why?"),
        help_text=gettext_lazy("It stands on the page of the body until the lead is shared again."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def ask_later(form: forms.Form | forms.ModelForm) -> None:
    """The question is kept out of sight until somebody sends the form, for most never need it."""
    if not form.is_bound:
        form.fields["why_unshared"].widget = forms.HiddenInput()
