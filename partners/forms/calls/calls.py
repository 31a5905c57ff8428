"""What a coordinator says of a call: what it is about, by what it is judged, where it was told, who reads."""

from typing import Any

from django import forms
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Person
from partners.forms.composition import day_box
from partners.models import SCALE, WHOLE, Call, Criterion, Outreach
from partners.operations.calls.opening import CallWords


class CallForm(forms.ModelForm):
    """A call in the coalition's words; Spanish readers see the Spanish ones where they are written."""

    class Meta:
        model = Call
        fields = ["title", "about", "opens_on", "closes_on", "slug", "title_es", "about_es"]
        widgets = {
            "about": forms.Textarea(attrs={"rows": 8}),
            "about_es": forms.Textarea(attrs={"rows": 6}),
            "opens_on": day_box(),
            "closes_on": day_box(),
        }
        help_texts = {
            "title": gettext_lazy("For example: Partners wanted in Riverbend."),
            "about": gettext_lazy(
                "Whom you look for, what you would do together, what partners get, and whom one can ask."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False
        if self.instance.published_at:
            self.fields["slug"].disabled = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        opens, closes = cleaned.get("opens_on"), cleaned.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", _("It closes on the day it opens, or later."))
        if not cleaned.get("slug") and "slug" not in self.errors:
            cleaned["slug"] = slugify(cleaned.get("title", ""))[:60].strip("-") or "call"
        return cleaned

    def _post_clean(self) -> None:
        """The row is judged by the database when the operation writes it."""

    def words(self) -> CallWords:
        return CallWords(**{name: self.cleaned_data[name] for name in self.Meta.fields})


class NewCallForm(CallForm):
    with_criteria = forms.BooleanField(
        label=gettext_lazy("Begin with four usual criteria"),
        help_text=gettext_lazy("You can change each of them before you publish the call."),
        required=False,
        initial=True,
    )


STEPS = [f"step{step}" for step in SCALE]
STEPS_ES = [f"{step}_es" for step in STEPS]


class CriterionForm(forms.Form):
    """One criterion with what every step of the scale means."""

    name = forms.CharField(
        label=gettext_lazy("Criterion"),
        help_text=gettext_lazy("In a few words, for example: Knows the area."),
        max_length=120,
    )
    question = forms.CharField(
        label=gettext_lazy("What are applicants asked?"),
        help_text=gettext_lazy("They answer in their own words."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    weight = forms.IntegerField(
        label=gettext_lazy("Weight"),
        help_text=gettext_lazy("Of 100. The weights of all criteria add up to 100."),
        min_value=1,
        max_value=WHOLE,
    )
    name_es = forms.CharField(
        label=gettext_lazy("Criterion in Spanish"), max_length=120, required=False
    )
    question_es = forms.CharField(
        label=gettext_lazy("The question in Spanish"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for step in SCALE:
            self.fields[f"step{step}"] = forms.CharField(
                label=_("What does %(n)d mean?") % {"n": step}, max_length=200
            )
            self.fields[f"step{step}_es"] = forms.CharField(
                label=_("What does %(n)d mean, in Spanish?") % {"n": step},
                max_length=200,
                required=False,
            )
        self.order_fields(
            ["name", "question", "weight", *STEPS, "name_es", "question_es", *STEPS_ES]
        )

    @classmethod
    def over(cls, criterion: Criterion, data: Any) -> "CriterionForm":
        """The form of one that is there."""
        told = {name: getattr(criterion, name) for name in cls.OWN}
        steps = dict(zip(STEPS, criterion.meanings, strict=True))
        spanish = dict(zip(STEPS_ES, criterion.meanings_es, strict=True))
        return cls(data, initial={**told, **steps, **spanish})

    OWN = ("name", "question", "weight", "name_es", "question_es")

    def values(self) -> dict[str, Any]:
        told = {name: self.cleaned_data[name] for name in self.OWN}
        return {
            **told,
            "meanings": [self.cleaned_data[step] for step in STEPS],
            "meanings_es": [self.cleaned_data[step] for step in STEPS_ES],
        }


class OutreachForm(forms.ModelForm):
    class Meta:
        model = Outreach
        fields = ["name", "on", "note"]
        widgets = {"on": day_box()}
        labels = {
            "name": gettext_lazy("Where was it told?"),
            "on": gettext_lazy("On which day?"),
            "note": gettext_lazy("Note, for yourselves"),
        }

    def _post_clean(self) -> None:
        """The row is judged by the database when the operation writes it."""


class PersonField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Person) -> str:
        return str(obj)


class ReviewerForm(forms.Form):
    """Any member may read, also one who speaks for a partner: each says whether they are in conflict."""

    def __init__(self, *args: Any, call: Call, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"] = PersonField(
            call.members_to_ask(),
            label=_("Which member?"),
            help_text=_("They get a letter with the way to the applications."),
            empty_label=_("Choose a member"),
        )
