"""Who takes something on: an organisation by its name, and perhaps one of its people by theirs."""

from typing import Any

from django import forms
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.forms.shared.naming import partner_called
from partners.models import Contact, Organisation

# So many people of an organisation are named when somebody typed one whom it does not have.
NAMED = 6


class WhoForm(forms.Form):
    """A person is looked for among those of the organisation; once found they stand under `contact`."""

    partner = forms.CharField(
        label=gettext_lazy("Organisation"),
        help_text=gettext_lazy("The partner's name, or another name by which it is known."),
        max_length=250,
        widget=forms.TextInput(attrs={"list": "names-of-partners", "autocomplete": "off"}),
    )
    person = forms.CharField(
        label=gettext_lazy("Person there"),
        help_text=gettext_lazy("Left empty, the organisation holds it as a whole."),
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, coalition: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.coalition = coalition

    def clean_partner(self) -> Organisation:
        return partner_called(self.cleaned_data["partner"].strip(), coalition=self.coalition)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("person") and cleaned.get("partner"):
            cleaned["contact"] = self._contact(cleaned["partner"], cleaned["person"])
        return cleaned

    def _contact(self, partner: Organisation, name: str) -> Contact | None:
        people = Contact.objects.there_now(partner.pk)
        found = list(people.named(name)[:2])
        if len(found) == 1:
            return found[0]
        known = [person.name for person in people[:NAMED]]
        words = (
            _("Several people there are called so.") if found else _("Nobody there is called so.")
        )
        told = _("Known there: %(names)s.") % {"names": get_text_list(known, _("and"))}
        self.add_error("person", f"{words} {told}" if known else words)
        return None
