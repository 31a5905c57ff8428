"""What a function is, who holds it, and until when."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.forms.bodies.who import WhoForm
from governance.models import Function, RoleAssignment
from governance.operations.bodies.functions import FunctionWords, Given
from partners.forms.composition import day_box


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


class GiveForm(WhoForm):
    """Who takes a function over, and for how long."""

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

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        start, end = cleaned.get("starts_on"), cleaned.get("ends_on")
        if start and end and end < start:
            self.add_error("ends_on", _("The term ends before it begins."))
        return cleaned

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
