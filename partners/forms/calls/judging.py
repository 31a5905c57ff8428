"""What reviewers and coordinators fill in on one application."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.template.defaultfilters import linebreaksbr
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Coalition
from partners.forms.composition import keepers_of
from partners.forms.shared.links import web_address
from partners.models import Application, DecisionLetter, Review, Score
from partners.operations.calls.deciding import Newcomer
from partners.operations.calls.reviewing import Given
from partners.reports.calls.pages import Answered

NO, YES = "no", "yes"


class ConflictForm(forms.Form):
    """Asked before anything else."""

    conflict = forms.ChoiceField(
        label=gettext_lazy("Do you have a conflict of interest with them?"),
        help_text=gettext_lazy(
            "You, or somebody near to you, works there, is paid by them, sits on their board, or would gain"
            " or lose by the decision."
        ),
        choices=[(NO, gettext_lazy("No")), (YES, gettext_lazy("Yes"))],
        widget=forms.RadioSelect,
    )
    conflict_words = forms.CharField(
        label=gettext_lazy("If yes: which one?"), max_length=500, required=False
    )

    @classmethod
    def over(cls, review: Review | None, data: Any = None) -> "ConflictForm":
        if review is None:
            return cls(data)
        said = YES if review.has_conflict else NO
        return cls(data, initial={"conflict": said, "conflict_words": review.conflict_words})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("conflict") == YES and not cleaned.get("conflict_words"):
            self.add_error(
                "conflict_words", _("Say in a few words which conflict of interest it is.")
            )
        return cleaned

    @property
    def has_conflict(self) -> bool:
        return self.cleaned_data["conflict"] == YES


class ScoresForm(forms.Form):
    """A score with its reason for every criterion, beside what the applicant wrote to it."""

    def __init__(
        self,
        *args: Any,
        answers: Iterable[Answered],
        own: Mapping[int, Score],
        words: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        told = list(answers)
        self.criteria = [each.criterion for each in told]
        for each in told:
            one = each.criterion
            score = own.get(one.pk)
            self.fields[f"points-{one.pk}"] = forms.TypedChoiceField(
                label=_("%(criterion)s: your score") % {"criterion": one.name},
                choices=[(str(step), f"{step} · {meaning}") for step, meaning in one.told_steps],
                coerce=int,
                help_text=linebreaksbr(each.words, autoescape=True),
                initial=str(score.points) if score else None,
                widget=forms.RadioSelect,
            )
            self.fields[f"why-{one.pk}"] = forms.CharField(
                label=_("%(criterion)s: why?") % {"criterion": one.name},
                max_length=2000,
                initial=score.words if score else "",
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        self.fields["words"] = forms.CharField(
            label=_("All in all, what should the others know?"),
            max_length=4000,
            required=False,
            initial=words,
            widget=forms.Textarea(attrs={"rows": 3}),
        )

    def given(self) -> Given:
        told = self.cleaned_data
        return Given(
            points={one.pk: told[f"points-{one.pk}"] for one in self.criteria},
            why={one.pk: told[f"why-{one.pk}"] for one in self.criteria},
            words=told["words"],
        )


class DecisionForm(forms.ModelForm):
    class Meta:
        model = Application
        fields = ["decision", "reason"]
        widgets = {"decision": forms.RadioSelect, "reason": forms.Textarea(attrs={"rows": 3})}
        labels = {
            "decision": gettext_lazy("What becomes of it?"),
            "reason": gettext_lazy("Why?"),
        }
        help_texts = {
            "reason": gettext_lazy(
                "For your own record. It is not in the letter, unless you write it there."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        decision = self.fields["decision"]
        decision.choices, decision.required = Application.Decision.choices, True
        self.fields["reason"].required = True

    def _post_clean(self) -> None:
        """The row is judged by the database when the operation writes it."""


class DecisionLetterForm(forms.ModelForm):
    class Meta:
        model = DecisionLetter
        fields = ["subject", "body"]
        widgets = {"body": forms.Textarea(attrs={"rows": 14})}


class TakeInForm(forms.Form):
    """What of the application comes onto the list."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=250)
    website = forms.CharField(label=gettext_lazy("Website"), max_length=500, required=False)
    description = forms.CharField(
        label=gettext_lazy("Description: a draft from their words, to make your own"),
        widget=forms.Textarea(attrs={"rows": 10}),
        required=False,
    )
    with_contact = forms.BooleanField(
        label=gettext_lazy("Whoever applied speaks for them"),
        help_text=gettext_lazy("Name, address and phone come along as a contact."),
        required=False,
        initial=True,
    )

    def __init__(self, *args: Any, coalition: Coalition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"] = keepers_of(coalition)
        self.fields["owner"].label = _("Who looks after them?")
        self.order_fields(["name", "website", "owner", "with_contact", "description"])

    def clean_name(self) -> str:
        return " ".join(self.cleaned_data["name"].split())

    def clean_website(self) -> str:
        return web_address(self.cleaned_data["website"])

    def newcomer(self) -> Newcomer:
        return Newcomer(**self.cleaned_data)
