"""How history tells of a profile's depth: answers, rows, talks, confirmations and places on the grid."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from partners.models import (
    InterviewVisit,
    ProfileAnswer,
    ProfileRow,
    Stake,
    Topic,
    Verification,
    Voice,
)
from partners.models.depth.topics import SHAPES
from partners.reports.history.events import Effect, State
from partners.reports.history.names import Names
from partners.reports.history.sentences import Detail
from partners.reports.history.story_tables import Model

LABELS: dict[Model, Any] = {
    ProfileAnswer: pgettext_lazy("what was said", "Answer"),
    ProfileRow: gettext_lazy("Row of an answer"),
    Stake: gettext_lazy("Influence and interest"),
    Verification: gettext_lazy("Confirmed"),
    InterviewVisit: gettext_lazy("Talk about them"),
}
SEVERAL: dict[Model, Any] = {
    ProfileAnswer: gettext_lazy("Answers"),
    ProfileRow: gettext_lazy("Rows of answers"),
    Verification: gettext_lazy("Confirmations"),
    InterviewVisit: gettext_lazy("Talks about them"),
}
OF_DEPTH: frozenset[Model] = frozenset(LABELS)
# What happened on a day is no part of a profile: an earlier version of it does not take it away.
HAPPENED: tuple[Model, ...] = (InterviewVisit, Verification)


def words_of(model: Model, state: State, names: Names) -> str:
    """A whole row in a few words; of an answer, with its topic before it."""
    if model is ProfileAnswer:
        told = _answer(state)
        return f"{_title(state)}: {told}" if told else ""
    if model is ProfileRow:
        return f"{_title(state)}: {_row(state, names)}"
    if model is Stake:
        return _stake(state)
    return str(state["on"])


def details_of(effect: Effect, names: Names) -> list[Detail]:
    if effect.model is ProfileAnswer:
        return _details(effect, *(_answer(one) if one else "" for one in _states(effect)))
    if effect.model is ProfileRow:
        rows = (_row(one, names) if one else "" for one in _states(effect))
        return _details(effect, *rows, is_row=True)
    if effect.model is Stake:
        before, after = (_stake(one) if one else "" for one in _states(effect))
        label = str(LABELS[Stake])
        return [Detail(label, before, after, is_part=True)] if before != after else []
    return _happened(effect, names)


def _states(effect: Effect) -> tuple[State | None, State | None]:
    return effect.before, effect.after


def _details(effect: Effect, before: str, after: str, *, is_row: bool = False) -> list[Detail]:
    """Nothing when only who said it, or when, was mended."""
    if before == after:
        return []
    label = _title(effect.after or effect.before or {})
    return [Detail(label, before, after, is_part=True, many=label if is_row else "")]


def _title(state: State) -> str:
    """ "Mission, in their words"."""
    topic, voice = Topic(state["topic"]).label, Voice(state["voice"])
    words = _("in their words") if voice == Voice.THEIRS else _("our notes")
    return f"{topic}, {words}"


def _answer(state: State) -> str:
    choice = ProfileAnswer(topic=state["topic"], choice=state["choice"]).choice_words
    return ". ".join(part for part in (choice, state["text"]) if part)


def _row(state: State, names: Names) -> str:
    told = ProfileRow(**{**state, "term_id": None})
    subject = names.term(state["term_id"]) if state["term_id"] else told.name
    place = f"{state['position']}. " if SHAPES[state["topic"]].is_ordered else ""
    more = "; ".join(part for part in (told.level_words, told.period, told.note) if part)
    return f"{place}{subject} ({more})" if more else f"{place}{subject}"


def _stake(state: State) -> str:
    words = _("influence %(influence)d, interest %(interest)d") % state
    return (
        _("%(words)s, affected by the work") % {"words": words} if state["is_affected"] else words
    )


def _happened(effect: Effect, names: Names) -> list[Detail]:
    """A talk or a confirmation came, went on, or was taken back."""
    label = str(LABELS[effect.model])
    before, after = ("✓" if one else "" for one in _states(effect))
    if effect.model is Verification:
        said = _confirmed(effect.after or {}, names)
        gone = _("It was not confirmed after all")
    else:
        said, gone = _talk(effect), _("A talk about them was taken off")
    return [Detail(label, before, after, is_part=True, said=said if effect.after else gone)]


def _confirmed(said: State, names: Names) -> str:
    """In whose word we trust: somebody of theirs, if one was named."""
    if not said.get("contact_id"):
        return _("What is written of them is still right")
    return _("What is written of them is still right, says %(contact)s") % {
        "contact": names.contact(said["contact_id"])
    }


def _talk(effect: Effect) -> str:
    visit = effect.after or {}
    if visit.get("is_finished"):
        return _("The talk about them has reached its end")
    words = {"topic": Topic(visit["topic"]).label} if visit else {}
    if effect.before:
        return _("The talk about them goes on with “%(topic)s”") % words
    return _("A talk about them began with “%(topic)s”") % words
