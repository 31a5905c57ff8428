"""Forms of a restricted note: what it says, and who reads it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from partners.forms.risk.days import day_input
from partners.models import RiskNote
from partners.operations.risk.notes import Told


class MemberField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Membership) -> str:
        return str(obj)


class MembersField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Membership) -> str:
        return str(obj)


def _offered(people: Iterable[Membership]) -> Any:
    return Membership.objects.among(one.pk for one in people).with_people()


class NoteForm(forms.Form):
    words = forms.CharField(
        label=gettext_lazy("What should those named know?"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off"}),
    )
    review_on = forms.DateField(
        label=gettext_lazy("Look at it again on"), required=False, widget=day_input()
    )

    def __init__(
        self, *args: Any, today: date, note: RiskNote | None = None, **kwargs: Any
    ) -> None:
        shown = {"words": note.words, "review_on": note.review_on} if note else {}
        super().__init__(*args, initial=shown, **kwargs)
        self.today, self.note = today, note

    def clean_review_on(self) -> date | None:
        day = self.cleaned_data["review_on"]
        is_as_before = self.note is not None and self.note.review_on == day
        if day and day <= self.today and not is_as_before:
            raise forms.ValidationError(_("Choose a day that is still to come."))
        return day

    def told(self) -> Told:
        return Told(words=self.cleaned_data["words"], review_on=self.cleaned_data["review_on"])


class NewNoteForm(NoteForm):
    readers = MembersField(
        label=gettext_lazy("Who else reads it?"),
        help_text=gettext_lazy(
            "You, and whom you tick. Nobody else: no administrator, no list, no search, no export."
        ),
        queryset=Membership.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    heir = MemberField(
        label=gettext_lazy("Who takes it over?"),
        help_text=gettext_lazy(
            "Reads nothing until nobody who is named is a member any more. Needed if you alone read it."
        ),
        queryset=Membership.objects.none(),
        empty_label=gettext_lazy("Nobody"),
        required=False,
    )

    def __init__(self, *args: Any, people: Iterable[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["readers"].queryset = self.fields["heir"].queryset = _offered(people)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("heir") and cleaned["heir"] in cleaned.get("readers", ()):
            self.add_error("heir", _("They read it already. Choose somebody else, or nobody."))
        return cleaned


class ReaderForm(forms.Form):
    reader = MemberField(
        label=gettext_lazy("Name another reader"),
        queryset=Membership.objects.none(),
        empty_label=gettext_lazy("Choose somebody"),
    )

    def __init__(self, *args: Any, people: Iterable[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reader"].queryset = _offered(people)


class HeirForm(forms.Form):
    heir = MemberField(
        label=gettext_lazy("Who takes it over?"),
        queryset=Membership.objects.none(),
        empty_label=gettext_lazy("Nobody"),
        required=False,
    )

    def __init__(self, *args: Any, people: Iterable[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["heir"].queryset = _offered(people)
