"""The profile in depth as columns: what a cell says on a topic, and what it adds to what was said before.

A cell is words. Where a topic asks for one of a few choices, a cell that is a choice chooses it: "M",
"County". Where it asks for rows, each entry is one, with a level or a time in brackets and a note behind a
colon: "Cooking classes (others learn from them); Transport", "City Library (2023): a summer program".
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext_lazy

from common.spreadsheets.entries import entries_in
from partners.imports.drafts import LONGEST
from partners.imports.fields import Field, normal_heading
from partners.imports.options import Lists, Options
from partners.imports.profiles import Profile
from partners.imports.sameness import same_paragraphs
from partners.imports.source import Source
from partners.imports.values import is_nothing, one_line, paragraph, term_key
from partners.models import (
    Classification,
    OtherList,
    ProfileAnswer,
    ProfileRow,
    Topic,
    Vocabulary,
    Voice,
)
from partners.models.depth.topics import SHAPES

GROUP = gettext_lazy("The profile in depth")
PREFIX = "topic."
HEADINGS = {
    Topic.MISSION: "mission|mission statement|our mission|mision|nuestra mision",
    Topic.INITIATIVES: "initiatives|current initiatives|current work|current projects|iniciativas|"
    "iniciativas actuales|proyectos actuales",
    Topic.STRENGTHS: "strengths|expertise|what they are good at|fortalezas|experiencia",
    Topic.VALUES: "values|core values|valores",
    Topic.PRIORITIES: "priorities|own priorities|their priorities|top priorities|prioridades",
    Topic.MOTIVATION: "motivation|motivations|why they joined|interest in joining|motivacion|motivaciones",
    Topic.WHY_HERE: "why here|why this coalition|reason for joining|por que aqui",
    Topic.POPULATIONS: "trusted by|where they are trusted|populations that trust them|"
    "quien les tiene confianza",
    Topic.EQUITY: "equity role|role in equity|role in equity work|equity work|papel en equidad",
    Topic.COLLABORATIONS: "past collaborations|collaborations|worked with|past partners|colaboraciones|"
    "colaboraciones anteriores",
    Topic.CAPACITY: "capacity|capacity band|capacidad",
    Topic.CHALLENGES: "challenges|barriers|desafios|retos|dificultades",
    Topic.WORKING: "how they like to work|working style|work style|forma de trabajo",
    Topic.SUPPORT: "support needs|support needed|needs from us|apoyo que necesitan",
    Topic.GOVERNMENT: "level of government|government level|government|nivel de gobierno|gobierno",
}
TOPICS = {
    PREFIX + topic: Field(
        PREFIX + topic.value,
        topic.label,
        frozenset(map(normal_heading, HEADINGS[topic].split("|"))),
        GROUP,
    )
    for topic in Topic
}
# What our own file tells apart, whichever side's words the other columns of the profile hold.
_TOLD_APART = {
    f"{PREFIX}{Topic.STRENGTHS}.{Voice.THEIRS}": (
        gettext_lazy("Strengths, in their words"),
        {"strengths in their words", "fortalezas en sus palabras"},
    ),
    f"{PREFIX}{Topic.STRENGTHS}.{Voice.OURS}": (
        gettext_lazy("Strengths, our notes"),
        {"strengths our notes", "fortalezas nuestras notas"},
    ),
}
OF_ONE_VOICE = {
    key: Field(key, label, frozenset(headings), GROUP)
    for key, (label, headings) in _TOLD_APART.items()
}
# "Cooking classes (3): also in Somali" is what, in brackets how good or when, behind the colon more.
ENTRY = re.compile(r"(?P<words>[^(:]+?)\s*(?:\((?P<mark>[^)]*)\))?\s*(?::\s*(?P<note>.+))?")
ENTRIES = re.compile(r"[;|\n]")


def topic_of(key: str) -> str:
    """The topic that a column is about, with the voice if it is of one alone, or nothing."""
    return key.removeprefix(PREFIX) if key in TOPICS or key in OF_ONE_VOICE else ""


def read_topic(topic: str, text: str) -> dict[str, Any]:
    """What a cell says, as JSON: `text`, `choice`, and `rows` in the fields of `ProfileRow`."""
    told = paragraph(text)
    if is_nothing(told):
        return {}
    if PREFIX + topic in OF_ONE_VOICE:
        return {"rows": [asdict(entry) for entry in entries_in(told)]}
    if choice := _choice(topic, told):
        return {"choice": choice}
    if rows := _rows(topic, told):
        return {"rows": rows}
    return {"text": told}


def _choice(topic: str, told: str) -> str:
    """By its key or its label, or by what its label says before the colon: "M"."""
    choices = SHAPES[topic].choices
    words = {
        term_key(name): value
        for value, label in (choices.choices if choices else ())
        for name in (value, str(label), str(label).partition(":")[0])
    }
    return words.get(term_key(told), "")


def _rows(topic: str, told: str) -> list[dict[str, str]]:
    """Capacity has a row for each of nine things, which no cell tells; support meets its list later."""
    shape = SHAPES[topic]
    if not shape.columns or shape.asks_each or shape.vocabulary == OtherList.SUPPORT:
        return []
    return entries_of(told)


def entries_of(told: str) -> list[dict[str, str]]:
    """What a cell names, one after the other."""
    entries = (ENTRY.fullmatch(entry.strip()) for entry in ENTRIES.split(told))
    return [
        {name: one_line(value or "") for name, value in entry.groupdict().items()}
        for entry in entries
        if entry
    ]


def too_long(said: dict[str, Any]) -> tuple[int, int] | None:
    """How many letters there are and how many there is room for, if something does not fit."""
    rows = said.get("rows", [])
    told = [(said.get("text", ""), "topic")]
    told += [(row[name], f"topic {name}") for row in rows for name in ("words", "mark", "note")]
    return next(((len(t), LONGEST[key]) for t, key in told if len(t) > LONGEST[key]), None)


class TopicMerge:
    """What the file says on one topic, meeting what the same voice has said before."""

    def __init__(
        self, profile: Profile, topic: str, *, source: Source, options: Options, lists: Lists
    ) -> None:
        self.profile, self.source = profile, source
        self.topic, _dot, voice = topic.partition(".")
        self.options, self.lists, self.shape = options, lists, SHAPES[self.topic]
        self.voice = voice or options.voice
        self.answer = next(
            (one for one in profile.parts[ProfileAnswer] if self._is_of_here(one)), None
        )
        self.rows = [one for one in profile.parts[ProfileRow] if self._is_of_here(one)]

    def _is_of_here(self, one: ProfileAnswer | ProfileRow) -> bool:
        return one.topic == self.topic and one.voice == self.voice

    def differs(self, said: dict[str, Any]) -> bool:
        """Whether the file would replace words or a choice that stand there already."""
        answer = self.answer
        if answer is None:
            return False
        said = self.as_listed(said)
        text, choice = said.get("text", ""), said.get("choice", "")
        is_other_text = text and answer.text and not same_paragraphs(text, answer.text)
        return bool(is_other_text or (choice and answer.choice and choice != answer.choice))

    def as_listed(self, said: dict[str, Any]) -> dict[str, Any]:
        """Support that is all in the list comes as its rows; any other stays the words that it is."""
        known = self.lists.terms.get(OtherList.SUPPORT, {})
        if self.shape.vocabulary != OtherList.SUPPORT or "text" not in said:
            return said
        rows = entries_of(said["text"])
        return {"rows": rows} if rows and all(_is_in(known, row) for row in rows) else said

    def write(self, said: dict[str, Any]) -> tuple[str, str] | None:
        """Say it; returns what stood there and what stands there now, or nothing if it is the same."""
        said, before = self.as_listed(said), self._in_words()
        added = list(self._new_rows(said.get("rows", [])))
        for row in added:
            self.profile.add(ProfileRow, topic=self.topic, voice=self.voice, **row)
        self._answer(said, has_new_rows=bool(added))
        self.rows = [one for one in self.profile.parts[ProfileRow] if self._is_of_here(one)]
        if self.topic == Topic.POPULATIONS and self.voice == Voice.THEIRS:
            self._serve()
        after = self._in_words()
        return (before, after) if before != after else None

    def _answer(self, said: dict[str, Any], *, has_new_rows: bool) -> None:
        text, choice = said.get("text", ""), said.get("choice", "")
        if self.answer is None:
            if text or choice or has_new_rows:
                self._add_answer(text, choice)
            return
        changed = {"text": text, "choice": choice}
        changed = {
            name: value
            for name, value in changed.items()
            if value and not same_paragraphs(value, getattr(self.answer, name))
        }
        if changed or has_new_rows:
            told_anew = {"said_on": self.source.on, "recorded_by_id": self.source.by}
            for name, value in {**changed, **told_anew}.items():
                self.profile.edit(self.answer, name, value)

    def _add_answer(self, text: str, choice: str) -> None:
        self.profile.add(
            ProfileAnswer,
            topic=self.topic,
            voice=self.voice,
            text=text,
            choice=choice,
            said_on=self.source.on,
            recorded_by_id=self.source.by,
        )
        self.answer = self.profile.parts[ProfileAnswer][-1]

    def _new_rows(self, told: list[dict[str, str]]) -> Iterator[dict[str, Any]]:
        known = {_subject(row) for row in self.rows}
        position = max((row.position for row in self.rows), default=0)
        for entry in told:
            row = self._row(entry, position + 1)
            if row is None or (subject := term_key(entry["words"])) in known:
                continue
            known.add(subject)
            position += 1
            yield row

    def _row(self, entry: dict[str, str], position: int) -> dict[str, Any] | None:
        """In the fields of `ProfileRow`; nothing when the word is in no list, and shall not come into it."""
        asked = {column.name for column in self.shape.columns}
        term = self._term(entry["words"])
        words = entry["words"] if "words" in asked and term is None else ""
        if term is None and not words:
            return None
        return {
            "position": position,
            "term": term,
            "words": words,
            "level": self._level(entry["mark"]) if "level" in asked else None,
            "period": entry["mark"] if "period" in asked else "",
            "note": entry["note"] if "note" in asked else "",
        }

    def _term(self, word: str) -> Any:
        """Groups of people come into the list as other words do; a priority may stand in words of its own."""
        vocabulary = self.shape.vocabulary
        if vocabulary == Vocabulary.POPULATION:
            return self._listed(word) or self.lists.meant(vocabulary, word, options=self.options)
        if vocabulary in (OtherList.PRIORITY, OtherList.SUPPORT):
            return self.lists.terms.get(vocabulary, {}).get(term_key(word))
        return None

    def _listed(self, word: str) -> Any:
        """A language or a place that a list holds already."""
        entries = (self.lists.terms.get(name, {}) for name in self.shape.also)
        return next((found[term_key(word)] for found in entries if term_key(word) in found), None)

    def _serve(self) -> None:
        """Whom they say they are trusted by they serve."""
        carried = {one.term.pk or id(one.term) for one in self.profile.parts[Classification]}
        terms = {row.term.pk or id(row.term): row.term for row in self.rows if row.term}
        for key in terms.keys() - carried:
            self.profile.add(Classification, term=terms[key])

    def _level(self, mark: str) -> int | None:
        """By its number or by its words."""
        words = {term_key(str(name)): level for level, name in self.shape.levels}
        words |= {str(level): level for level, _name in self.shape.levels}
        return words.get(term_key(mark)) if mark else None

    def _in_words(self) -> str:
        rows = "; ".join(_in_words(row) for row in self.rows)
        told = (
            [self.answer.choice_words, self.answer.text, rows]
            if self.answer is not None
            else [rows]
        )
        return "\n".join(part for part in told if part)


def _is_in(known: Collection[str], entry: dict[str, str]) -> bool:
    return term_key(entry["words"]) in known


def _subject(row: ProfileRow) -> str:
    return term_key(row.term.name if row.term else row.words)


def _in_words(row: ProfileRow) -> str:
    name = row.term.name if row.term else row.words
    mark = row.level_words or row.period
    named = f"{name} ({mark})" if mark else name
    return f"{named}: {row.note}" if row.note else named
