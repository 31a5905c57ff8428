"""A partner that somebody names, typed or chosen from what the browser offers."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from partners.models import Organisation
from partners.reports.called import partners_called


def partner_called(name: str, *, coalition: int) -> Organisation:
    """The one that goes by the name. Raises ValidationError for none, and for several."""
    found = partners_called(coalition, name)
    if not found:
        raise forms.ValidationError(_("No partner is called so. Add it to the list first."))
    if len(found) > 1:
        raise forms.ValidationError(_("Several partners are called so. Which one is meant?"))
    return found[0]


class PartnerField(forms.CharField):
    """A partner by its name or another name."""

    def __init__(self, *, coalition: int, **kwargs: Any) -> None:
        self.coalition = coalition
        widget = forms.TextInput(attrs={"list": "names-of-partners", "autocomplete": "off"})
        super().__init__(max_length=250, widget=widget, **kwargs)

    def clean(self, value: Any) -> Organisation | None:
        name = super().clean(value).strip()
        return partner_called(name, coalition=self.coalition) if name else None
