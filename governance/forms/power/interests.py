"""Declaring an interest, or none: for oneself, for an organisation, or on behalf of somebody."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.operations.power.interests import Declared
from governance.reports.power.interests import Standpoint
from partners.models import Contact, Organisation

NONE, SOME = "none", "some"


class DeclarationForm(forms.Form):
    """There is none, or this one."""

    answer = forms.ChoiceField(
        label=gettext_lazy("Is there an interest that could pull another way?"),
        help_text=gettext_lazy(
            "Money, a job, family, a seat elsewhere: anything that somebody could see as a reason to decide"
            " for oneself rather than for the coalition. To have one is no fault."
        ),
        choices=[(NONE, gettext_lazy("No, none that I know of")), (SOME, gettext_lazy("Yes"))],
        widget=forms.RadioSelect,
    )
    interest = forms.CharField(
        label=gettext_lazy("Which one?"),
        help_text=gettext_lazy(
            "The steering committee and coordinators read this, and you; nobody else."
        ),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("answer") == SOME and not cleaned.get("interest"):
            self.add_error("interest", _("Say which one it is."))
        return cleaned

    @property
    def told(self) -> str:
        is_some = self.cleaned_data["answer"] == SOME
        return self.cleaned_data["interest"] if is_some else ""


class OwnForm(DeclarationForm):
    """By those who declare themselves."""

    whom = forms.ChoiceField(
        label=gettext_lazy("For whom do you declare?"), widget=forms.RadioSelect
    )
    field_order = ("whom",)

    def __init__(self, *args: Any, standpoints: Sequence[Standpoint], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.standpoints = {one.key: one for one in standpoints}
        choices = [(one.key, one.label) for one in standpoints]
        self.fields["whom"].choices = choices  # type: ignore[attr-defined]
        self.fields["whom"].initial = choices[0][0] if choices else None

    @property
    def organisation(self) -> Organisation:
        return self.standpoints[self.cleaned_data["whom"]].organisation

    def declared(self) -> Declared:
        whom = self.standpoints[self.cleaned_data["whom"]]
        return Declared(self.told, contact=whom.contact)


class OnBehalfForm(DeclarationForm):
    """Written down by a coordinator, from paper or a meeting."""

    contact = forms.ModelChoiceField(
        label=gettext_lazy("Who declares it?"), queryset=Contact.objects.none(), required=False
    )
    field_order = ("contact",)

    def __init__(self, *args: Any, contacts: Iterable[Contact], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contact"].queryset = contacts  # type: ignore[attr-defined]
        self.fields["contact"].empty_label = _("The organisation as a whole")  # type: ignore[attr-defined]

    def declared(self) -> Declared:
        return Declared(self.told, contact=self.cleaned_data["contact"])
