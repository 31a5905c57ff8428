"""One topic as a form: what the partner says, and beside it what we noted."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import Contact, InterviewVisit, Voice
from partners.models.depth import Capacity
from partners.models.depth.topics import Column, Shape
from partners.models.taxonomy import Term, Vocabulary
from partners.operations.depth import Said
from partners.operations.depth.answers import Row
from partners.reports.depth.page import Side, Told

MOST_ROWS = 20
BLANKS = 4  # rows to write in, when nothing is said yet
LENGTHS = {"words": 200, "period": 60, "note": 500}
MOST_WORDS = 4000


class TopicForm(forms.Form):
    """`voices` says whose words it asks: both for us, only their own for the partner itself."""

    def __init__(
        self,
        data: Any = None,
        *,
        told: Told,
        voices: Iterable[str],
        terms: list[Term],
        contacts: list[Contact],
        initial_contact: Contact | None = None,
        on: date,
        is_own_hand: bool = False,
    ) -> None:
        super().__init__(data)
        self.told, self.shape, self.voices = told, told.shape, list(voices)
        self.terms, self.contacts = terms, {str(one.pk): one for one in contacts}
        self.is_own_hand = is_own_hand
        self.rows: dict[str, BaseFormSet] = {}
        for voice in self.voices:
            self._ask(voice, self._side(voice))
        if Voice.THEIRS in self.voices and not is_own_hand:
            self._ask_who(initial_contact, on)

    def _side(self, voice: str) -> Side:
        side = self.told.theirs if voice == Voice.THEIRS else self.told.ours
        return side or Side(None, [])

    def _ask(self, voice: str, side: Side) -> None:
        answer = side.answer
        if self.shape.choices:
            choices = [("", _("Not said yet")), *self.shape.choices.choices]
            self.fields[f"{voice}_choice"] = forms.ChoiceField(
                label=self.shape.choice_label if voice == Voice.THEIRS else _("As we see it"),
                choices=choices,
                required=False,
            )
            self.initial[f"{voice}_choice"] = answer.choice if answer else ""
        if self.shape.columns:
            self.rows[f"{voice}_rows"] = self._formset(voice, side)
        self.fields[f"{voice}_text"] = forms.CharField(
            label=self.shape.text_label,
            widget=forms.Textarea(attrs={"rows": 3 if self.shape.columns else 6}),
            max_length=MOST_WORDS,
            required=False,
        )
        self.initial[f"{voice}_text"] = answer.text if answer else ""

    def _ask_who(self, contact: Contact | None, on: date) -> None:
        answer = self.told.theirs.answer
        nobody = [("", _("Nobody in particular"))]
        self.fields["said_by"] = forms.ChoiceField(
            label=_("Who said it"),
            choices=[*nobody, *((pk, one.name) for pk, one in self.contacts.items())],
            required=False,
        )
        self.fields["said_on"] = forms.DateField(
            label=_("When"),
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            required=False,
        )
        said_by = contact.pk if contact else answer.said_by_id if answer else None
        self.initial |= {
            "said_by": str(said_by or ""),
            "said_on": on if contact or not answer else answer.said_on,
        }

    def _formset(self, voice: str, side: Side) -> BaseFormSet:
        shown = [initial_of(row, self.shape) for row in side.rows]
        if self.shape.asks_each:
            told = {row["kind"]: row for row in shown}
            shown = [told.get(kind, {"kind": kind}) for kind in Capacity.values]
        blanks = 0 if self.shape.asks_each else max(1, BLANKS - len(shown))
        kind = formset_factory(
            row_form(self.shape, self.terms),
            extra=blanks,
            max_num=MOST_ROWS,
            absolute_max=MOST_ROWS,
        )
        formset = kind(self.data if self.is_bound else None, prefix=f"{voice}_rows", initial=shown)
        formset.label = f"{self.told.label}, {Voice(voice).label}"
        return formset

    # ---------------------------------------------------------------- reading

    def is_valid(self) -> bool:
        is_whole = super().is_valid()
        wrong = [formset for formset in self.rows.values() if not formset.is_valid()]
        if not wrong:
            return is_whole
        if self.is_bound and not self.non_field_errors():
            self.add_error(None, _("Something in the rows needs mending."))
        return False

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, formset in self.rows.items():
            if formset.is_valid():
                self._refuse_twins(name)
        return cleaned

    def _refuse_twins(self, name: str) -> None:
        subjects = [row.subject for row in self._rows_in(name)]
        twins = {subject for subject in subjects if subjects.count(subject) > 1}
        if twins:
            self.add_error(None, _("Something stands here twice. Please name each once."))

    def _rows_in(self, name: str) -> list[Row]:
        told = [form.row() for form in self.rows[name] if form.is_told]
        if self.shape.is_ordered:
            told.sort(key=lambda row: row.position or MOST_ROWS)
        return [Row(**{**vars(row), "position": place}) for place, row in enumerate(told, start=1)]

    @property
    def sides(self) -> list[dict[str, Any]]:
        """For the page: each voice with its fields in order."""
        return [
            {
                "voice": voice,
                "label": Voice(voice).label,
                "choice": self[f"{voice}_choice"] if self.shape.choices else None,
                "rows": self.rows.get(f"{voice}_rows"),
                "text": self[f"{voice}_text"],
                "who": [self["said_by"], self["said_on"]]
                if voice == Voice.THEIRS and not self.is_own_hand
                else [],
            }
            for voice in self.voices
        ]

    def said(self) -> dict[str, Said]:
        return {voice: self._said(voice) for voice in self.voices}

    def _said(self, voice: str) -> Said:
        cleaned = self.cleaned_data
        name = f"{voice}_rows"
        return Said(
            text=cleaned.get(f"{voice}_text", "").strip(),
            choice=cleaned.get(f"{voice}_choice", ""),
            rows=self._rows_in(name) if name in self.rows else (),
            said_by=self.contacts.get(cleaned.get("said_by", "")),
            said_on=cleaned.get("said_on"),
        )


def row_form(shape: Shape, terms: list[Term]) -> type["RowForm"]:
    """The form of one row; which fields it has is what its topic asks."""
    fields = {column.name: _field(column, shape, terms) for column in shape.columns}
    return type("RowForm", (RowForm,), {"shape": shape, **fields})


def _field(column: Column, shape: Shape, terms: list[Term]) -> forms.Field:
    asked = {"label": column.label, "required": False}
    if column.name == "position":
        widget = forms.NumberInput(attrs={"min": 1, "max": MOST_ROWS, "inputmode": "numeric"})
        return forms.IntegerField(min_value=1, max_value=MOST_ROWS, widget=widget, **asked)
    if column.name == "kind":
        return forms.ChoiceField(choices=Capacity.choices, widget=forms.HiddenInput, **asked)
    if column.name == "term":
        return forms.ChoiceField(choices=[("", "—"), *_choices_of(shape, terms)], **asked)
    if column.name == "level":
        choices = [(str(level), words) for level, words in shape.levels]
        return forms.ChoiceField(choices=[("", "—"), *choices], **asked)
    return forms.CharField(max_length=LENGTHS[column.name], **asked)


def _choices_of(shape: Shape, terms: list[Term]) -> list[tuple[str, Any]]:
    """By their lists, where a row may name an entry of several."""
    found = {
        name: [(str(term.pk), term.name) for term in terms if term.vocabulary == name]
        for name in shape.lists
    }
    if not shape.also:
        return found.get(shape.vocabulary, [])
    return [(str(Vocabulary(name).label), chosen) for name, chosen in found.items() if chosen]


class RowForm(forms.Form):
    """One row of a topic; made by `row_form`."""

    shape: Shape

    @property
    def mains(self) -> list[str]:
        return [column.name for column in self.shape.columns if column.is_main]

    @property
    def is_told(self) -> bool:
        cleaned = getattr(self, "cleaned_data", {})
        names = ("level", "note") if self.shape.asks_each else self.mains
        return any(cleaned.get(name) for name in names)

    @property
    def heading(self) -> str:
        """Where each kind is asked for, its name."""
        return (
            str(dict(Capacity.choices).get(self["kind"].value(), ""))
            if self.shape.asks_each
            else ""
        )

    def clean(self) -> dict[str, Any]:
        """A level or a note of nothing is a slip that would be lost silently."""
        cleaned = super().clean() or self.cleaned_data
        if self.shape.asks_each:
            return cleaned
        more = [name for name in cleaned if name not in (*self.mains, "position")]
        if any(cleaned.get(name) for name in more) and not self.is_told:
            self.add_error(self.mains[0], _("What is this about? Please say."))
        if len(self.mains) > 1 and all(cleaned.get(name) for name in self.mains):
            cleaned["words"] = ""  # the word of the list says it
        return cleaned

    def row(self) -> Row:
        told = self.cleaned_data
        level, term = told.get("level", ""), told.get("term", "")
        return Row(
            position=told.get("position") or 0,
            words=" ".join(told.get("words", "").split()),
            term_id=int(term) if term else None,
            kind=told.get("kind", ""),
            level=int(level) if level else None,
            period=told.get("period", "").strip(),
            note=told.get("note", "").strip(),
        )


def initial_of(row: Any, shape: Shape) -> dict[str, Any]:
    """As the form shows a row; ids and levels as the texts that a browser sends."""
    told = {column.name: getattr(row, column.name, "") for column in shape.columns}
    if "term" in told:
        told["term"] = str(row.term_id or "")
    if "level" in told:
        told["level"] = "" if row.level is None else str(row.level)
    return told


class VisitForm(forms.Form):
    """With whom we sit down."""

    contact = forms.ChoiceField(label=gettext_lazy("With whom are you talking?"), required=False)

    def __init__(
        self,
        *args: Any,
        contacts: list[Contact],
        last: InterviewVisit | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.contacts = {str(one.pk): one for one in contacts}
        choices = [(pk, one.name) for pk, one in self.contacts.items()]
        usual = sorted(contacts, key=lambda one: not one.is_speaker)[:1]
        self.initial["contact"] = (last and last.contact_id) or (usual[0].pk if usual else "")
        self.fields["contact"].choices = [*choices, ("", _("Somebody who is not among the people"))]

    def who(self) -> Contact | None:
        return self.contacts.get(self.cleaned_data["contact"])


class ConfirmForm(forms.Form):
    """Who of theirs said that it is still right, if we have it from somebody."""

    contact = forms.ChoiceField(label=gettext_lazy("Who said so"), required=False)

    def __init__(self, *args: Any, contacts: list[Contact], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.contacts = {str(one.pk): one for one in contacts}
        choices = [(pk, one.name) for pk, one in self.contacts.items()]
        self.fields["contact"].choices = [("", _("We looked ourselves")), *choices]

    def who(self) -> Contact | None:
        return self.contacts.get(self.cleaned_data["contact"])
