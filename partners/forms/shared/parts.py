"""What the form of an organisation is put together from: addresses, and boxes for terms."""

from typing import Any

from django import forms
from django.forms import formset_factory
from django.utils.translation import gettext_lazy

from partners.models import Term


class AddressForm(forms.Form):
    """One address; left empty it is none."""

    street = forms.CharField(label=gettext_lazy("Street"), max_length=250, required=False)
    city = forms.CharField(label=gettext_lazy("City"), max_length=120, required=False)
    region = forms.CharField(label=gettext_lazy("State or region"), max_length=80, required=False)
    postcode = forms.CharField(label=gettext_lazy("Postal code"), max_length=20, required=False)


AddressFormSet = formset_factory(AddressForm, extra=1, max_num=20)


class TermsField(forms.TypedMultipleChoiceField):
    """Boxes for terms; answers the terms themselves."""

    def __init__(self, terms: list[Term], **kwargs: Any) -> None:
        self.by_key = {term.pk: term for term in terms}
        super().__init__(
            choices=[(term.pk, term.name) for term in terms],
            coerce=lambda key: self.by_key[int(key)],
            widget=forms.CheckboxSelectMultiple,
            required=False,
            **kwargs,
        )
