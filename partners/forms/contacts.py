from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Contact


class ContactForm(forms.ModelForm):
    class Meta:
        model = Contact
        fields = ["name", "role", "title", "email", "phone", "preferred_channel", "since_on"]
        widgets = {"since_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        channel = cleaned.get("preferred_channel")
        if channel == Contact.Channel.EMAIL and not cleaned.get("email"):
            self.add_error("email", _("To reach them by e-mail, please give the address."))
        if channel in (Contact.Channel.PHONE, Contact.Channel.TEXT) and not cleaned.get("phone"):
            self.add_error("phone", _("To reach them by phone, please give the number."))
        return cleaned


class ContactLeftForm(forms.Form):
    on = forms.DateField(
        label=gettext_lazy("When did they leave?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
