"""Forms of an incident: what is known, what is said, what has to be decided, how it ended."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership, Person
from partners.forms.risk.days import day_input
from partners.models import Incident, IncidentDecision
from partners.operations.risk.incidents import Asked, News

OTHER = "other"
LINE = 300  # letters of a decision


class IncidentForm(forms.Form):
    title = forms.CharField(
        label=gettext_lazy("What is it about?"),
        help_text=gettext_lazy("A few neutral words. They stand in lists and in the history."),
        max_length=200,
    )
    known = forms.CharField(
        label=gettext_lazy("What is known?"),
        help_text=gettext_lazy("Facts, and where they come from; what is only said, as only said."),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    since_on = forms.DateField(label=gettext_lazy("Known since"), widget=day_input())
    severity = forms.ChoiceField(
        label=gettext_lazy("How serious?"),
        choices=Incident.Severity.choices,
        widget=forms.RadioSelect,
    )

    def __init__(
        self, *args: Any, today: date, incident: Incident | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, initial=_shown(incident, today=today), **kwargs)
        self.today = today

    def clean_since_on(self) -> date:
        day = self.cleaned_data["since_on"]
        if day > self.today:
            raise forms.ValidationError(_("That day is still to come."))
        return day

    def news(self) -> News:
        told = self.cleaned_data
        return News(**{name: told[name] for name in ("title", "known", "since_on", "severity")})


def _shown(incident: Incident | None, *, today: date) -> dict[str, Any]:
    if incident is None:
        return {"since_on": today}
    columns = ("title", "known", "since_on", "severity")
    return {name: getattr(incident, name) for name in columns}


class OpenIncidentForm(IncidentForm):
    pauses = forms.BooleanField(
        label=gettext_lazy("Pause their listing at once"),
        help_text=gettext_lazy(
            "Until you say otherwise they are not in the printed directory, in mail merges and in lists"
            " of people for address books. Members see a mark, and no reason."
        ),
        required=False,
    )


class HoldingForm(forms.Form):
    holding = forms.CharField(
        label=gettext_lazy("Holding statement"),
        help_text=gettext_lazy("What everybody who is asked says, until more is decided."),
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
    )


class CloseForm(forms.Form):
    outcome = forms.CharField(
        label=gettext_lazy("How did it end?"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class DecisionForm(forms.Form):
    """What has to be decided, by whom, by when."""

    question = forms.CharField(label=gettext_lazy("What has to be decided?"), max_length=LINE)
    options = forms.CharField(
        label=gettext_lazy("Options"),
        help_text=gettext_lazy("One on each line. Whoever decides may choose something else."),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    decider = forms.ModelChoiceField(
        label=gettext_lazy("Who decides?"), queryset=Person.objects.none()
    )
    due_on = forms.DateField(label=gettext_lazy("By when?"), widget=day_input())

    def __init__(
        self,
        *args: Any,
        people: Iterable[Membership],
        today: date,
        decision: IncidentDecision | None = None,
        **kwargs: Any,
    ) -> None:
        columns = ("question", "options", "decider", "due_on")
        shown = {name: getattr(decision, name) for name in columns} if decision else {}
        super().__init__(*args, initial=shown, **kwargs)
        self.today, self.decision = today, decision
        ids = {one.person_id for one in people} | ({decision.decider_id} if decision else set())
        self.fields["decider"].queryset = Person.objects.among(ids)

    def clean_due_on(self) -> date:
        day = self.cleaned_data["due_on"]
        is_as_before = self.decision is not None and self.decision.due_on == day
        if day < self.today and not is_as_before:
            raise forms.ValidationError(_("Choose today or a day that is still to come."))
        return day

    def clean_options(self) -> str:
        """Each may become the decision, which has a line."""
        options = self.cleaned_data["options"]
        if any(len(line.strip()) > LINE for line in options.splitlines()):
            raise forms.ValidationError(_("Keep each option within %(n)d letters.") % {"n": LINE})
        return options

    def asked(self) -> Asked:
        return Asked(**self.cleaned_data)


class DecideForm(forms.Form):
    """One of the options, or something else in words; and why."""

    choice = forms.ChoiceField(label=gettext_lazy("What is decided?"), widget=forms.RadioSelect)
    other = forms.CharField(label=gettext_lazy("Or in your words"), max_length=LINE, required=False)
    reason = forms.CharField(
        label=gettext_lazy("Why?"),
        help_text=gettext_lazy("Those who come after you will want to know."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, decision: IncidentDecision, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        options = [(str(place), words) for place, words in enumerate(decision.choices)]
        self.options = dict(options)
        if options:
            choices = [*options, (OTHER, _("Something else"))]
            self.fields["choice"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["choice"]
            self.fields["other"].label = _("What is decided?")
            self.fields["other"].required = True

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        is_other = cleaned.get("choice") == OTHER
        if is_other and not cleaned.get("other"):
            self.add_error("other", _("Say what is decided."))
        if self.options.get(str(cleaned.get("choice"))) and cleaned.get("other"):
            self.add_error("other", _("Choose “Something else” for this, or leave it empty."))
        return cleaned

    @property
    def decided(self) -> str:
        told = self.cleaned_data
        return self.options.get(str(told.get("choice"))) or told["other"]
