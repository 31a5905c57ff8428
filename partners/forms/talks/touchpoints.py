"""Logging what happened: two fields and Enter, the rest as it usually is; and changing all of it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Person
from partners.models import Contact, Organisation, Touchpoint
from partners.models.talks.touchpoints import USUAL
from partners.operations.talks.touchpoints import Talk

AS_USUAL = ("", gettext_lazy("As usual for this kind"))


def day_input() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class TalkForm(forms.Form):
    """All that a touchpoint holds. Whoever may be chosen comes in from the view."""

    said = forms.CharField(
        label=gettext_lazy("What happened?"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    kind = forms.ChoiceField(label=gettext_lazy("As what?"), choices=Touchpoint.Kind.choices)
    on = forms.DateField(label=gettext_lazy("When?"), widget=day_input())
    direction = forms.ChoiceField(
        label=gettext_lazy("Who spoke?"), choices=Touchpoint.Direction.choices
    )
    channel = forms.ChoiceField(
        label=gettext_lazy("By which way?"),
        choices=[("", gettext_lazy("Not said")), *Touchpoint.Channel.choices],
        required=False,
    )
    contacts = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Who of them?"),
        queryset=Contact.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    members = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Who of us?"),
        queryset=Person.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    asks = forms.BooleanField(
        label=gettext_lazy("We asked them something"),
        help_text=gettext_lazy("Then we count whether they answer, and how soon."),
        required=False,
    )
    answers = forms.ModelChoiceField(
        label=gettext_lazy("Does it answer something that we asked?"),
        queryset=Touchpoint.objects.none(),
        empty_label=gettext_lazy("No"),
        required=False,
    )
    follow_up_on = forms.DateField(
        label=gettext_lazy("Follow up on"), required=False, widget=day_input()
    )
    follow_up_by = forms.ModelChoiceField(
        label=gettext_lazy("Who follows up?"),
        queryset=Person.objects.none(),
        empty_label=gettext_lazy("Me"),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        organisation: Organisation | None,
        people: Iterable[Person],
        today: date,
        instance: Touchpoint | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.organisation, self.today, self.instance = organisation, today, instance
        ours = Person.objects.among(one.pk for one in people)
        self.fields["members"].queryset = self.fields["follow_up_by"].queryset = ours
        self._offer_of(organisation)

    def _offer_of(self, organisation: Organisation | None) -> None:
        """The partner's people, those too who left since, and what we have asked them."""
        if organisation is None:
            return
        self.fields["contacts"].queryset = Contact.objects.at([organisation.pk]).known()
        asked = Touchpoint.objects.to_answer(organisation).but(self.instance)
        self.fields["answers"].queryset = asked
        self.fields["answers"].label_from_instance = _asked_words

    def clean_on(self) -> date:
        if self.cleaned_data["on"] > self.today:
            raise forms.ValidationError(
                _("That day is still to come. Choose today, or set a day to follow up.")
            )
        return self.cleaned_data["on"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        direction = cleaned.get("direction") or str(USUAL[cleaned.get("kind") or "call"][0])
        if cleaned.get("answers") and direction == Touchpoint.Direction.FROM_US:
            self.add_error("answers", _("An answer comes from them, or both spoke."))
        if cleaned.get("asks") and direction == Touchpoint.Direction.FROM_THEM:
            self.add_error("asks", _("What came from them alone asks nothing of ours."))
        day, due = cleaned.get("on"), cleaned.get("follow_up_on")
        if day and due and due < day:
            self.add_error("follow_up_on", _("A follow-up comes after the day itself."))
        if day and cleaned.get("answers") and cleaned["answers"].on > day:
            self.add_error("answers", _("We asked that later than this day."))
        return cleaned

    def talk(self, **more: Any) -> Talk:
        told = self.cleaned_data
        return Talk(
            kind=told["kind"],
            on=told["on"],
            said=told["said"],
            direction=told["direction"],
            channel=told["channel"],
            contacts=tuple(told["contacts"]),
            members=tuple(told["members"]),
            asks=told["asks"],
            answers=told["answers"],
            follow_up_on=told["follow_up_on"],
            follow_up_by=told["follow_up_by"],
            **more,
        )


class EditTalkForm(TalkForm):
    """One that stands already, with all that it says."""

    def __init__(self, *args: Any, instance: Touchpoint, **kwargs: Any) -> None:
        said = {
            name: getattr(instance, name)
            for name in ("said", "kind", "on", "direction", "channel", "asks", "follow_up_on")
        }
        said |= {
            "contacts": [one.pk for one in instance.contacts.all()],
            "members": [one.pk for one in instance.members.all()],
            "answers": instance.answers_id,
            "follow_up_by": instance.follow_up_by_id,
        }
        super().__init__(*args, instance=instance, initial=said, **kwargs)
        self.fields["follow_up_by"].empty_label = _("Whoever saves this")


class LogForm(TalkForm):
    """Two fields and Enter. Whatever is left alone is as usual: a call, today, by me."""

    partner = forms.CharField(label=gettext_lazy("With whom?"), max_length=250, required=False)
    organisation_id = forms.IntegerField(required=False, widget=forms.HiddenInput)
    field_order = ["partner", "organisation_id", "said"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["said"].widget = forms.TextInput()
        self.fields["said"].required = True
        if self.organisation:
            self.fields["said"].widget.attrs["autofocus"] = True
        self.fields["said"].error_messages["required"] = _("A few words are enough.")
        for name in ("kind", "on", "direction"):
            self.fields[name].required = False
        self.fields["direction"].choices = [AS_USUAL, *Touchpoint.Direction.choices]
        self.fields["channel"].choices = [AS_USUAL, *Touchpoint.Channel.choices]

    def clean_on(self) -> date:
        self.cleaned_data["on"] = self.cleaned_data.get("on") or self.today
        return super().clean_on()

    def clean_kind(self) -> str:
        return self.cleaned_data.get("kind") or str(Touchpoint.Kind.CALL)


def _asked_words(touchpoint: Touchpoint) -> str:
    """One of our questions as a list offers it: “2026-05-01 Ask made: a room in June”."""
    return f"{touchpoint.on.isoformat()} {touchpoint}"[:120]
