"""Who takes a seat, from when to when; and how a term ends."""

from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.forms.sharing import why_unshared
from governance.models import RoleAssignment
from governance.operations.seats.terms import Holding
from partners.models import Contact, Organisation


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class SharedLead(forms.Form):
    """Asked of seats in the lead only: why it is not shared as the coalition's rule asks, if it is not."""

    why_unshared = why_unshared()

    def __init__(self, *args: Any, is_leading: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_leading:
            del self.fields["why_unshared"]

    @property
    def why(self) -> str:
        return self.cleaned_data.get("why_unshared", "")


class TermForm(SharedLead):
    """A term of an organisation that is known: its people, its days, what they take on."""

    contact = forms.ModelChoiceField(
        label=gettext_lazy("Who of them?"),
        help_text=gettext_lazy("Can be named later."),
        queryset=Contact.objects.none(),
        empty_label=gettext_lazy("Nobody is named yet"),
        required=False,
    )
    delegate = forms.ModelChoiceField(
        label=gettext_lazy("Who comes in their place?"),
        queryset=Contact.objects.none(),
        empty_label=gettext_lazy("Nobody"),
        required=False,
    )
    starts_on = forms.DateField(label=gettext_lazy("From"), widget=day_input())
    ends_on = forms.DateField(
        label=gettext_lazy("Until, the last day"),
        required=False,
        widget=day_input(),
    )
    duties = forms.CharField(
        label=gettext_lazy("What they take on"),
        help_text=gettext_lazy("Beyond what the seat asks of everybody."),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(
        self,
        *args: Any,
        organisation: Organisation | None,
        also: tuple[int, ...] = (),
        **kwargs: Any,
    ) -> None:
        """`also` are people who are offered although they have left: those whom the term names."""
        super().__init__(*args, **kwargs)
        self.organisation = organisation
        if organisation is None:
            return
        offered = Contact.objects.there_now(organisation.pk, also=also)
        for name in ("contact", "delegate"):
            self.fields[name].queryset = offered  # type: ignore[attr-defined]

    @classmethod
    def over(cls, role: RoleAssignment, data: QueryDict | None) -> "TermForm":
        return cls(
            data,
            organisation=role.organisation,
            also=tuple(one for one in (role.contact_id, role.delegate_id) if one),
            is_leading=bool(role.seat and role.seat.is_leading),
            initial=cls.shown(role),
        )

    @staticmethod
    def shown(role: RoleAssignment) -> dict[str, Any]:
        return {
            "contact": role.contact_id,
            "delegate": role.delegate_id,
            "starts_on": role.starts_on,
            "ends_on": role.ends_on,
            "duties": role.duties,
        }

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        start, end = told.get("starts_on"), told.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", _("The term ends before it begins."))
        if told.get("contact") and told.get("contact") == told.get("delegate"):
            self.add_error("delegate", _("Nobody comes in their own place. Choose two people."))
        return told

    def holding(self) -> Holding:
        """What was told, once the organisation is known and the form is valid."""
        told = {**self.cleaned_data, "organisation": self.organisation}
        return Holding(**{name: told[name] for name in Holding.__dataclass_fields__})


class HoldForm(TermForm):
    """With the organisation, which one types and finds."""

    partner = forms.CharField(
        label=gettext_lazy("Which organisation?"),
        help_text=gettext_lazy("Type its name, or the name of a person there."),
        max_length=250,
        required=False,
    )
    organisation_id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    writes = forms.BooleanField(
        label=gettext_lazy("Write to them, with a link to accept"),
        required=False,
        initial=True,
    )
    field_order = ("partner", "organisation_id")


class HandOverForm(HoldForm):
    reason = forms.CharField(
        label=gettext_lazy("Why does the seat change hands?"),
        help_text=gettext_lazy("If the term would have gone on, this stands beside its end."),
        max_length=500,
        required=False,
    )


class EndForm(SharedLead):
    last = forms.DateField(label=gettext_lazy("Last day of the term"), widget=day_input())
    reason = forms.CharField(label=gettext_lazy("Why does it end early?"), max_length=500)

    @staticmethod
    def shown(role: RoleAssignment, *, on: date) -> dict[str, Any]:
        return {"last": role.ends_on if role.ended_because else on, "reason": role.ended_because}
