"""An organisation's profile as it stood after a change, beside what it says today."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.text import capfirst

from partners.models import (
    Attachment,
    Benefit,
    Classification,
    Contact,
    Organisation,
    PartnerLetter,
    ValueStatement,
    Vocabulary,
)
from partners.reports.depth import telling
from partners.reports.history.events import State, changes_of, standing
from partners.reports.history.names import Names, names_of_changes, names_of_rows
from partners.reports.history.own_history import own_words_of
from partners.reports.history.own_history import told_fields as own_fields
from partners.reports.history.story_tables import TRACKED, Model
from partners.reports.history.timeline import Entry, entry_of
from partners.reports.history.words import (
    DECIDED_ANEW,
    LABELS,
    PERSONAL,
    field_words,
    part_words,
    told_fields,
)

# What has a page of its own, and what happened on a day, is not put back with a profile: nor compared.
BESIDE = (Attachment, Benefit, ValueStatement, PartnerLetter, *telling.HAPPENED)
PROFILE = tuple(model for model in TRACKED if model not in BESIDE)
Row = tuple[Model, int, State]


@dataclass(frozen=True)
class Line:
    """One line of the profile: what it said then, and what it says now."""

    label: str
    then: tuple[str, ...]
    now: tuple[str, ...]

    @property
    def differs(self) -> bool:
        return sorted(self.then) != sorted(self.now)


@dataclass(frozen=True)
class Version:
    """The profile after one change; `name` is what the organisation was called then."""

    entry: Entry
    name: str
    lines: tuple[Line, ...]

    @property
    def is_as_today(self) -> bool:
        return not any(line.differs for line in self.lines)


def version(
    organisation: Organisation, *, change_id: UUID, may_see_contacts: bool
) -> Version | None:
    """The profile after the change, in five queries, or None if the change is not of theirs."""
    changes = changes_of(organisation, only=change_id, limit=1).changes
    if not changes:
        return None
    entry = entry_of(changes[0], names=names_of_changes(changes), may_see_contacts=may_see_contacts)
    then, now = standing(organisation, at=entry.moment), standing(organisation)
    names = names_of_rows([*then, *now])
    profiles = [profile(rows, names, may_see_contacts=may_see_contacts) for rows in (then, now)]
    names_then = [state["name"] for model, _pk, state in then if model is Organisation]
    return Version(
        entry=entry, name=(names_then or [organisation.name])[0], lines=_side_by_side(*profiles)
    )


Profile = dict[str, list[str]]


def profile(rows: list[Row], names: Names, *, may_see_contacts: bool) -> Profile:
    """All lines of the profile by their label, in the order in which the page shows them."""
    lines: Profile = {}
    for model in PROFILE:
        states = [state for row_model, _pk, state in rows if row_model is model]
        if model is Organisation:
            _tell_fields(lines, states, names)
            _tell_own_fields(lines, states, names, may_see_all=may_see_contacts)
        elif model is Classification:
            _tell_terms(lines, states, names)
        else:
            words = [
                _words(model, state, names, may_see_contacts=may_see_contacts) for state in states
            ]
            lines[_title(model)] = [word for word in words if word]
    return lines


def _tell_fields(lines: Profile, states: list[State], names: Names) -> None:
    for field in told_fields(Organisation):
        if field.column in DECIDED_ANEW:
            continue
        words = [field_words(field, state.get(field.column), names) for state in states]
        lines[capfirst(str(field.verbose_name))] = [word for word in words if word]


def _tell_own_fields(
    lines: Profile, states: list[State], names: Names, *, may_see_all: bool
) -> None:
    """Those that are asked no more too: what they said is not lost."""
    for field in own_fields(Organisation, names, may_see_all=may_see_all):
        lines[field.label] = []
    for state in states:
        told = own_words_of(Organisation, state, names, may_see_all=may_see_all)
        lines.update({label: [words] for label, words in told if words})


def _tell_terms(lines: Profile, states: list[State], names: Names) -> None:
    for vocabulary in Vocabulary:
        lines[str(vocabulary.label)] = sorted(
            names.term(state["term_id"])
            for state in states
            if names.vocabulary(state["term_id"]) == vocabulary
        )


def _words(model: Model, state: State, names: Names, *, may_see_contacts: bool) -> str:
    if model is not Contact:
        return part_words(model, state, names)
    hidden = DECIDED_ANEW if may_see_contacts else DECIDED_ANEW | PERSONAL
    told = [
        field_words(field, state.get(field.column), names)
        for field in told_fields(Contact)
        if field.column not in hidden
    ]
    own = own_words_of(Contact, state, names, may_see_all=may_see_contacts)
    told += [f"{label}: {words}" for label, words in own if words]
    return ", ".join(word for word in told if word)


def _title(model: Model) -> str:
    return str(LABELS[model])


def _side_by_side(then: Profile, now: Profile) -> tuple[Line, ...]:
    """Lines that say something, then or now."""
    lines = (Line(label=label, then=tuple(then[label]), now=tuple(now[label])) for label in then)
    return tuple(line for line in lines if line.then or line.now)
