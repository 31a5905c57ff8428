from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from partners.models import Contact
from partners.reports.merging.people_alike import Double


class SamePersonForm(forms.Form):
    """Which of the other people of an organisation is the same person."""

    other = forms.TypedChoiceField(
        label=gettext_lazy("Who is the same person?"), coerce=int, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, doubles: Iterable[Double], **kwargs: Any) -> None:
        doubles = list(doubles)
        self.people = {double.contact.pk: double.contact for double in doubles}
        likely = [double.contact.pk for double in doubles if double.is_sure]
        initial = {"other": likely[0]} if len(likely) == 1 else {}
        super().__init__(*args, initial=initial, **kwargs)
        self.fields["other"].choices = [(each.contact.pk, _told(each)) for each in doubles]

    @property
    def chosen(self) -> Contact:
        return self.people[self.cleaned_data["other"]]


def _told(double: Double) -> str:
    person = double.contact
    told = ", ".join(word for word in (person.title, person.email, person.phone) if word)
    words = f"{person.name}, {told}" if told else person.name
    return f"{words} ({double.reason})" if double.reason else words
