"""Forms of the kinds of decisions, and of a version of how one is made."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.models import Body, DecisionKind, DecisionRule
from governance.models.power.rules import WITH_BLOCK, WITH_THRESHOLD, Method
from governance.operations.power.rules import Terms


class KindForm(forms.ModelForm):
    class Meta:
        model = DecisionKind
        fields = ["name", "about"]
        widgets = {"about": forms.Textarea(attrs={"rows": 2})}

    def validate_unique(self) -> None:
        """The operation says it."""

    def validate_constraints(self) -> None:
        """Likewise."""


class RuleForm(forms.ModelForm):
    """What the next version says. What its method has no use for may stay filled: it is left out."""

    class Meta:
        model = DecisionRule
        fields = [
            "body",
            "valid_from",
            "method",
            "participants",
            "who_else",
            "threshold",
            "quorum",
            "block",
            "block_needs_harm",
            "notice_days",
            "because",
        ]
        widgets = {
            "valid_from": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "because": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, bodies: Iterable[Body], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]
        self.fields["body"].empty_label = _("In the whole coalition")  # type: ignore[attr-defined]
        self.fields["threshold"].help_text = gettext_lazy(
            "Of a hundred who take a position; needed for consensus and vote. In consensus the first three"
            " of the eight steps count as support."
        )
        self.fields["block"].help_text = gettext_lazy("Needed for consent and consensus.")
        self.fields["notice_days"].required = False

    def clean_notice_days(self) -> int:
        return self.cleaned_data["notice_days"] or 0

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        method = cleaned.get("method")
        if method == Method.AS_COALITION and not cleaned.get("body"):
            self.add_error("method", _("This is for a body: choose in which one."))
        if method != Method.AS_COALITION and not cleaned.get("participants"):
            self.add_error("participants", _("Say who takes part."))
        if method in WITH_THRESHOLD and not cleaned.get("threshold"):
            self.add_error("threshold", _("Say how many of a hundred must support it."))
        if method in WITH_BLOCK and not cleaned.get("block"):
            self.add_error("block", _("Say what happens when somebody blocks."))
        return cleaned

    def validate_unique(self) -> None:
        """The operation says it."""

    def validate_constraints(self) -> None:
        """What is left over of another method is left out before it is stored."""

    @property
    def body(self) -> Body | None:
        return self.cleaned_data["body"]

    @property
    def valid_from(self) -> date:
        return self.cleaned_data["valid_from"]

    def terms(self) -> Terms:
        return Terms(**{name: self.cleaned_data[name] for name in Terms.__dataclass_fields__})
