"""What a function is, who holds it, and until when."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.models import Function, RoleAssignment
from governance.operations.bodies.functions import FunctionWords, Given
from partners.forms.composition import day_box
from partners.forms.naming import partner_called
from partners.models import Contact, Organisation

# So many people of an organisation are named when somebody typed one whom it does not have.
NAMED = 6


class FunctionForm(forms.ModelForm):
    class Meta:
        model = Function
        fields = ["name", "about", "is_required"]

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def _post_clean(self) -> None:
        """The row is judged by the database when the operation writes it."""

    def words(self) -> FunctionWords:
        return FunctionWords(**{name: self.cleaned_data[name] for name in self.Meta.fields})


class GiveForm(forms.Form):
    """Who takes a function over. A person is looked for among those of the organisation."""

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
    starts_on = forms.DateField(label=gettext_lazy("From"), widget=day_box())
    ends_on = forms.DateField(
        label=gettext_lazy("Until"),
        help_text=gettext_lazy("The last day. Left empty, it has no end yet."),
        required=False,
        widget=day_box(),
    )
    duties = forms.CharField(
        label=gettext_lazy("What they take on in particular"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, coalition: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.coalition = coalition

    def clean_partner(self) -> Organisation:
        return partner_called(self.cleaned_data["partner"].strip(), coalition=self.coalition)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        start, end = cleaned.get("starts_on"), cleaned.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", _("The term ends before it begins."))
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

    def given(self) -> Given:
        told = self.cleaned_data
        return Given(
            organisation=told["partner"],
            contact=told.get("contact"),
            starts_on=told["starts_on"],
            ends_on=told["ends_on"],
            duties=told["duties"],
        )


class EndForm(forms.Form):
    on = forms.DateField(label=gettext_lazy("Their last day"), widget=day_box())
    reason = forms.CharField(
        label=gettext_lazy("Why does it end?"),
        help_text=gettext_lazy("Only if there is more to say than that the term is over."),
        max_length=500,
        required=False,
    )

    @staticmethod
    def shown(role: RoleAssignment, *, on: date) -> dict[str, Any]:
        return {"on": role.ends_on or on, "reason": role.ended_because}
