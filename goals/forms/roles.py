"""Forms of who does what in a goal: our words, and theirs."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from goals.models import Goal, GoalRole, Raci
from goals.models.roles import MEANINGS
from goals.operations.roles import OwnWords, Part
from partners.forms.shared.naming import PartnerField
from partners.models import Organisation


def letters() -> list[tuple[str, Any]]:
    return [(one.value, f"{one.label}: {MEANINGS[one]}") for one in Raci]


class PartForm(forms.ModelForm):
    """What we say of a part."""

    class Meta:
        model = GoalRole
        fields = ["letter", "words", "equity"]
        widgets = {
            "letter": forms.RadioSelect,
            "words": forms.Textarea(attrs={"rows": 3}),
            "equity": forms.Textarea(attrs={"rows": 3}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["letter"].choices = letters()  # type: ignore[attr-defined]

    def _post_clean(self) -> None:
        """The row is judged by the database when the operation writes it."""

    def part(self) -> Part:
        return Part(**{name: self.cleaned_data[name] for name in PartForm.Meta.fields})


class GiveForm(PartForm):
    """Who takes a part in a goal."""

    def __init__(self, *args: Any, coalition: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"] = PartnerField(
            coalition=coalition,
            label=gettext_lazy("Organisation"),
            help_text=gettext_lazy("The partner's name, or another name by which it is known."),
        )
        self.order_fields(["partner", *self.Meta.fields])

    @property
    def organisation(self) -> Organisation:
        return self.cleaned_data["partner"]


class OwnWordsForm(forms.ModelForm):
    """What they say of their part themselves."""

    class Meta:
        model = GoalRole
        fields = ["own_words", "own_equity"]
        widgets = {
            "own_words": forms.Textarea(attrs={"rows": 4}),
            "own_equity": forms.Textarea(attrs={"rows": 4}),
        }
        labels = {
            "own_words": gettext_lazy("What do you do in it, in your own words?"),
            "own_equity": gettext_lazy(
                "Who is left out around here, and what is your part in changing that?"
            ),
        }

    def _post_clean(self) -> None:
        """The row is judged by the database when the operation writes it."""

    def told(self) -> OwnWords:
        return OwnWords(self.cleaned_data["own_words"], self.cleaned_data["own_equity"])


class HereForForm(forms.Form):
    """For which of the goals that run a partner is here."""

    def __init__(self, *args: Any, goals: list[Goal], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_key = {goal.pk: goal for goal in goals}
        self.fields["goals"] = forms.TypedMultipleChoiceField(
            label=gettext_lazy("Here for"),
            choices=[(goal.pk, goal.statement) for goal in goals],
            coerce=lambda key: self.by_key[int(key)],
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )

    def goals(self) -> list[Goal]:
        return self.cleaned_data["goals"]
