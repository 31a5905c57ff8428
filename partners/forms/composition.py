"""Who must be at the table, what is planned where somebody is missing, and what was read together."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Coalition, Person
from partners.models import (
    CompositionReport,
    CompositionSettings,
    Gap,
    NeededVoice,
    Organisation,
    Term,
)
from partners.models.composition.needed_voices import AXES
from partners.operations.composition.gaps import Plan
from partners.reports.composition.axes import ONE_OF

DAY = {"type": "date"}


def day_box() -> forms.DateInput:
    return forms.DateInput(attrs=DAY, format="%Y-%m-%d")


class NeededVoiceForm(forms.Form):
    """One entry of one list, or of several together: “Older adults” in “Riverbend”."""

    least = forms.IntegerField(
        label=gettext_lazy("How many voices?"),
        help_text=gettext_lazy("One organisation cannot speak for all. Two is a good beginning."),
        min_value=1,
        max_value=9,
    )
    why = forms.CharField(
        label=gettext_lazy("Why must they be here?"),
        help_text=gettext_lazy("One sentence that you would say to them."),
        max_length=300,
        required=False,
    )
    field_order = [*(axis.value for axis in AXES), "least", "why"]

    def __init__(self, *args: Any, terms: Iterable[Term], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.terms = {str(term.pk): term for term in terms if not term.retired_on}
        for axis in AXES:
            choices = [(key, one.name) for key, one in self.terms.items() if one.vocabulary == axis]
            self.fields[axis.value] = forms.ChoiceField(
                label=ONE_OF[axis], choices=[("", _("Any")), *choices], required=False
            )
        self.order_fields(self.field_order)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.named():
            raise ValidationError(_("Choose at least one entry of one list."))
        return cleaned

    def named(self) -> dict[str, Term]:
        """The chosen terms by their list."""
        chosen = {axis.value: self.cleaned_data.get(axis.value, "") for axis in AXES}
        return {axis: self.terms[key] for axis, key in chosen.items() if key in self.terms}


class NeededVoiceEditForm(forms.ModelForm):
    class Meta:
        model = NeededVoice
        fields = ["least", "why"]
        labels = {
            "least": gettext_lazy("How many voices?"),
            "why": gettext_lazy("Why must they be here?"),
        }


class CompositionSettingsForm(forms.ModelForm):
    class Meta:
        model = CompositionSettings
        fields = ["active_days", "voices", "review_months"]


def keepers_of(
    coalition: Coalition, *, also: Person | None = None, known: list[Person] | None = None
) -> forms.ModelChoiceField:
    """Members who keep relationships, `known` where a page has read them already; and whoever is named."""
    nobody = gettext_lazy("Nobody yet")
    field = forms.ModelChoiceField(
        coalition.members.looking_after_partners().people_and(also.pk if also else None),
        label=gettext_lazy("Who asks?"),
        required=False,
        empty_label=nobody,
    )
    if known is not None:
        others = [also] if also and also not in known else []
        field.choices = as_choices([*known, *others], nobody=nobody)
    return field


def as_choices(rows: Iterable[Person | Organisation], *, nobody: str) -> list[tuple[Any, str]]:
    """What a page has read already, to choose from without asking for it again."""
    return [("", nobody), *((row.pk, str(row)) for row in rows)]


NAMED_LATER = gettext_lazy("“{organisation}” becomes their name.")


class GapForm(forms.ModelForm):
    """The plan for one gap. Only whom it names already, or whom the page suggests, can be chosen."""

    class Meta:
        model = Gap
        fields = ["state", "organisation", "owner", "ask_by", "draft", "reason"]
        widgets = {"ask_by": day_box(), "draft": forms.Textarea(attrs={"rows": 4})}
        labels = {
            "state": gettext_lazy("How far is it?"),
            "organisation": gettext_lazy("Whom?"),
            "ask_by": gettext_lazy("By when?"),
            "draft": gettext_lazy("What would they gain? A first draft, to make your own"),
            "reason": gettext_lazy("If it stays open on purpose: why?"),
        }
        help_texts = {"draft": NAMED_LATER}

    def __init__(
        self,
        *args: Any,
        coalition: Coalition,
        offered: Iterable[Organisation],
        keepers: list[Person],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.keepers = keepers
        known = {one.pk: one for one in (*offered, self.instance.organisation) if one}
        self.fields["organisation"] = forms.ModelChoiceField(
            Organisation.objects.among(coalition.pk, known),
            label=gettext_lazy("Whom?"),
            required=False,
        )
        self.fields["organisation"].choices = as_choices(
            sorted(known.values(), key=lambda one: (one.sort_name, one.pk)),
            nobody=gettext_lazy("Nobody yet: choose below"),
        )
        self.fields["owner"] = keepers_of(coalition, also=self.instance.owner, known=keepers)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("state") == Gap.State.ACCEPTED and not cleaned.get("reason"):
            self.add_error("reason", _("Say in a sentence why it may stay open."))
        return cleaned

    def _post_clean(self) -> None:
        """The row is judged by the database when the operation writes it."""

    def plan(self) -> Plan:
        return Plan(**{name: self.cleaned_data[name] for name in self.Meta.fields})


class ProspectForm(forms.Form):
    """A new organisation that could fill the gap. What it stands for is known already."""

    name = forms.CharField(label=gettext_lazy("What is it called?"), max_length=250)
    draft = forms.CharField(
        label=gettext_lazy("What would they gain? A first draft, to make your own"),
        help_text=NAMED_LATER,
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )

    def __init__(
        self, *args: Any, coalition: Coalition, keepers: list[Person] | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["asks"] = keepers_of(coalition, known=keepers)
        self.order_fields(["name", "asks", "draft"])

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())


class ReportForm(forms.ModelForm):
    class Meta:
        model = CompositionReport
        fields = ["read_with", "read_on", "notes", "next_review_on"]
        widgets = {
            "read_on": day_box(),
            "next_review_on": day_box(),
            "notes": forms.Textarea(attrs={"rows": 5}),
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        read, due = cleaned.get("read_on"), cleaned.get("next_review_on")
        if read and due and due <= read:
            self.add_error("next_review_on", _("Choose a day after the one on which you read it."))
        return cleaned

    def _post_clean(self) -> None:
        """The row is judged by the database when the operation writes it."""

    def words(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}
