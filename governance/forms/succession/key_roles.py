"""Marking a role as key, and naming deputies for it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from governance.forms.succession.fields import OTHER, PersonField, Role, RoleField
from governance.models import Deputy, Interest, KeyRole, Ready
from governance.operations.succession.key_roles import Loss, Standing
from governance.reports.succession.people import contact_of, name_of


class LossForm(forms.Form):
    if_lost = forms.CharField(
        label=gettext_lazy("What happens if the holder leaves tomorrow?"),
        help_text=gettext_lazy("What stops, who notices first, what nobody else knows how to do."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    hurts = forms.ChoiceField(
        label=gettext_lazy("How soon does it hurt?"),
        choices=KeyRole.Hurts.choices,
        widget=forms.RadioSelect,
    )

    def loss(self) -> Loss:
        return Loss(if_lost=self.cleaned_data["if_lost"], hurts=self.cleaned_data["hurts"])

    @staticmethod
    def shown(role: KeyRole) -> dict[str, Any]:
        return {"if_lost": role.if_lost, "hurts": role.hurts}


class MarkForm(LossForm):
    """A seat, a function, or another task that becomes one."""

    role = RoleField(label=gettext_lazy("Which role?"))
    task = forms.CharField(
        label=gettext_lazy("Which other task?"),
        help_text=gettext_lazy(
            "“Keeps the partner list”, “opens the hall”. Only for another task."
        ),
        max_length=120,
        required=False,
    )
    field_order = ("role", "task")

    def __init__(
        self, *args: Any, membership: Membership, besides: Iterable[Role], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["role"]
        field.offer(membership, other=_("Another task"), besides=besides)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        is_other = cleaned.get("role") == OTHER
        if is_other and not cleaned.get("task"):
            self.add_error("task", _("Say which task."))
        if cleaned.get("role") and not is_other and cleaned.get("task"):
            self.add_error("task", _("Choose “Another task” for this, or leave it empty."))
        return cleaned

    @property
    def chosen(self) -> Role | None:
        """None for another task."""
        field: Any = self.fields["role"]
        return field.role(self.cleaned_data["role"])


class StandingForm(forms.Form):
    willing = forms.ChoiceField(
        label=gettext_lazy("Are they willing?"),
        choices=Deputy.Willing.choices,
        widget=forms.RadioSelect,
    )
    ready = forms.ChoiceField(
        label=gettext_lazy("When could they take over?"),
        choices=Ready.choices,
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=gettext_lazy("What do they still need?"),
        help_text=gettext_lazy("A few meetings together, a signature at the bank, a course."),
        max_length=500,
        required=False,
    )

    def standing(self) -> Standing:
        return Standing(**{name: self.cleaned_data[name] for name in ("willing", "ready", "note")})

    @staticmethod
    def shown(deputy: Deputy) -> dict[str, Any]:
        return {"willing": deputy.willing, "ready": deputy.ready, "note": deputy.note}


class DeputyForm(StandingForm):
    person = PersonField(label=gettext_lazy("Who?"))
    field_order = ("person",)

    def __init__(self, *args: Any, coalition: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["person"]
        field.coalition = coalition

    @staticmethod
    def begun(interest: Interest | None) -> dict[str, Any]:
        """What somebody has said in the register is the first word on it."""
        if interest is None:
            return {"willing": Deputy.Willing.ASKED, "ready": Ready.LATER}
        contact = contact_of(interest.coalition_id, interest.person.email)
        return {
            "person": name_of(contact) if contact else "",
            "willing": Deputy.Willing.YES,
            "ready": interest.ready,
            "note": interest.helps[:500],
        }
