from django import forms
from django.utils.translation import gettext_lazy

from governance.forms.joining.days import day_input
from governance.models import Audience


class PeriodForm(forms.Form):
    """Of whom, and in which time; sent by GET, so that the address keeps it."""

    who = forms.ChoiceField(
        label=gettext_lazy("Of whom"),
        choices=[
            (Audience.PARTNER.value, gettext_lazy("New partners")),
            (Audience.PERSON.value, gettext_lazy("New members")),
        ],
    )
    since = forms.DateField(label=gettext_lazy("From"), widget=day_input())
    until = forms.DateField(label=gettext_lazy("Until"), widget=day_input())

    def add_prefix(self, field_name: str) -> str:
        """`from` is a word of Python, so that the field has another name than its address."""
        return "from" if field_name == "since" else field_name
