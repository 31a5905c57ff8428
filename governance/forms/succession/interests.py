"""Saying which role one would like to grow into, and answering it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from governance.forms.succession.fields import OTHER, RoleField
from governance.models import Interest, KeyRole, Ready, Seat
from governance.operations.succession.interests import Wish


class InterestForm(forms.Form):
    role = RoleField(label=gettext_lazy("Which role would you like to grow into?"))
    words = forms.CharField(
        label=gettext_lazy("Which kind of role?"),
        help_text=gettext_lazy(
            "“Speak for us in public”, “look after the money”. Only for another kind of role."
        ),
        max_length=200,
        required=False,
    )
    ready = forms.ChoiceField(
        label=gettext_lazy("For when?"), choices=Ready.choices, widget=forms.RadioSelect
    )
    helps = forms.CharField(
        label=gettext_lazy("What would help you?"),
        help_text=gettext_lazy(
            "Somebody to learn from, time from your employer, a course, childcare."
        ),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, membership: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["role"]
        field.offer(membership, other=_("Another kind of role"))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        is_other = cleaned.get("role") == OTHER
        if is_other and not cleaned.get("words"):
            self.add_error("words", _("Say which kind of role."))
        if cleaned.get("role") and not is_other and cleaned.get("words"):
            self.add_error("words", _("Choose “Another kind of role” for this, or leave it empty."))
        return cleaned

    def wish(self) -> Wish:
        field: Any = self.fields["role"]
        role = field.role(self.cleaned_data["role"])
        is_seat = isinstance(role, Seat)
        return Wish(
            ready=self.cleaned_data["ready"],
            seat=role if is_seat else None,
            function=None if is_seat else role,
            words=self.cleaned_data["words"],
            helps=self.cleaned_data["helps"],
        )


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=gettext_lazy("What becomes of it?"),
        help_text=gettext_lazy("They read this. Say who calls them, and when."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ForWhichRoleForm(forms.Form):
    """Of which key role somebody shall become a deputy."""

    key_role = forms.ModelChoiceField(
        label=gettext_lazy("For which key role?"),
        queryset=KeyRole.objects.none(),
        empty_label=gettext_lazy("Choose"),
    )

    def __init__(
        self, *args: Any, membership: Membership, interest: Interest, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["key_role"]
        field.queryset = KeyRole.objects.visible_to(membership).current().in_order()
        field.initial = field.queryset.meant_by(interest)
        field.label_from_instance = lambda role: ", ".join(filter(None, (role.title, role.where)))
