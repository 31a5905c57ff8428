"""Noting what an organisation said, and whose link was pressed."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.models import CharterSignature
from governance.operations.charter.signing import Word

Answer = CharterSignature.Answer


class ObjectionsForm(forms.Form):
    """What an organisation cannot sign. Empty words are no objection."""

    objections = forms.CharField(
        label=gettext_lazy("What you cannot sign, and what would mend it"),
        help_text=gettext_lazy("All members of the coalition can read this."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": gettext_lazy("Say what you object to.")},
    )


class NotedForm(forms.Form):
    """A coordinator notes what a partner said, with how we know."""

    answer = forms.ChoiceField(
        label=gettext_lazy("What did they say?"),
        choices=Answer.choices,
        widget=forms.RadioSelect,
    )
    objections = forms.CharField(
        label=gettext_lazy("Their objections"),
        help_text=gettext_lazy("In their words. All members of the coalition can read this."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    told_how = forms.CharField(
        label=gettext_lazy("How we know"),
        help_text=gettext_lazy(
            "“Signed on paper at the June meeting; the sheet is in the folder.”"
        ),
        max_length=300,
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        objects = cleaned.get("answer") == Answer.OBJECTS
        if objects and not cleaned.get("objections"):
            self.add_error("objections", _("Say what they object to."))
        return cleaned

    def word(self) -> Word:
        told = self.cleaned_data
        objects = told["answer"] == Answer.OBJECTS
        return Word(
            objections=told["objections"] if objects else "",
            way=CharterSignature.Way.TOLD,
            told_how=told["told_how"],
        )

    @classmethod
    def over(cls, said: CharterSignature | None, data: Any = None) -> "NotedForm":
        if said is None:
            return cls(data)
        shown = {"answer": said.answer, "objections": said.objections, "told_how": said.told_how}
        return cls(data, initial=shown)
