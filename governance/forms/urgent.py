"""An urgent protocol, its call tree, and starting and ending it."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Coalition
from governance.forms.succession.fields import PersonField
from governance.models import CallRow, UrgentProtocol
from governance.models.urgent_protocols import CallRowQuerySet
from governance.reports.communication.choices import members
from governance.reports.succession.people import name_of


class ProtocolForm(forms.ModelForm):
    class Meta:
        model = UrgentProtocol
        fields = ["title", "when_to_use", "channel", "fallback", "frame"]
        widgets = {
            "when_to_use": forms.Textarea(attrs={"rows": 3}),
            "frame": forms.Textarea(attrs={"rows": 6}),
        }


class CallForm(forms.ModelForm):
    """Somebody of a partner, or a member; and by whom they are called."""

    contact = PersonField(label=gettext_lazy("Person of a partner"), required=False)

    class Meta:
        model = CallRow
        fields = ["contact", "member", "called_by", "note"]

    def __init__(
        self, *args: Any, coalition: Coalition, rows: CallRowQuerySet, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["contact"].coalition = coalition.pk
        fields["contact"].named = self.instance.contact
        self.initial["contact"] = name_of(self.instance.contact) if self.instance.contact else ""
        fields["member"].queryset = members(coalition.pk, chosen=self.instance.member_id)
        fields["member"].label_from_instance = lambda one: str(one.person)
        fields["called_by"].queryset = rows.but(self.instance)
        fields["called_by"].empty_label = gettext_lazy("Whoever starts")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if "contact" not in self.errors and bool(cleaned.get("contact")) == bool(
            cleaned.get("member")
        ):
            self.add_error(
                "contact", _("Choose one: somebody of a partner, or a member of the coalition.")
            )
        return cleaned

    def validate_unique(self) -> None:
        """The operation says it, with the name."""

    def validate_constraints(self) -> None:
        """Likewise."""


class StartForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("What we tell"),
        help_text=gettext_lazy("From the frame of the protocol. Everybody says the same words."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class EndForm(forms.Form):
    learned = forms.CharField(
        label=gettext_lazy("What do we do better next time?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
