"""Writing down what was said on a topic: the partner's words and our notes, each for itself."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, fields
from datetime import date

from django.db import transaction

from accounts.models import Person
from common.history.tracking import recording
from partners.models import (
    Classification,
    Contact,
    Organisation,
    ProfileAnswer,
    ProfileRow,
    Topic,
    Voice,
)


@dataclass(frozen=True)
class Row:
    """One row of a topic, in the fields of `ProfileRow`; what its topic does not ask stays empty."""

    position: int
    words: str = ""
    term_id: int | None = None
    kind: str = ""
    level: int | None = None
    period: str = ""
    note: str = ""

    @property
    def subject(self) -> Hashable:
        """What makes it the same row before and after."""
        return self.term_id or self.kind or self.words.casefold()


COLUMNS = [field.name for field in fields(Row)]


@dataclass(frozen=True)
class Said:
    """What one side says of a topic now. `said_by` and `said_on` count for the partner's own words."""

    text: str = ""
    choice: str = ""
    rows: Sequence[Row] = ()
    said_by: Contact | None = None
    said_on: date | None = None

    @property
    def is_nothing(self) -> bool:
        return not (self.text or self.choice or self.rows)


@transaction.atomic
def answer_topic(
    organisation: Organisation,
    topic: str,
    *,
    said: dict[str, Said],
    by: Person,
    on: date,
    is_own_hand: bool = False,
    is_walked_past: bool = False,
) -> None:
    """Write what each voice says of the topic now; a voice that is not in `said` stays as it is.

    Nothing said takes the answer away. What stands already is not written again, so it keeps who said
    it, and when. `is_walked_past`: the form names today's person for everything; that alone says nothing new.
    """
    organisation = Organisation.objects.locked(organisation.pk)
    with recording("profile.answered", by=by):
        if topic == Topic.POPULATIONS and Voice.THEIRS in said:
            _serve(organisation, said[Voice.THEIRS].rows)
        for voice, one in said.items():
            writing = _Writing(organisation, topic, voice, by, on, is_own_hand, is_walked_past)
            writing.write(one)


def _serve(organisation: Organisation, rows: Sequence[Row]) -> None:
    """Whom they say they are trusted by they serve: it counts wherever partners are sorted.

    What they no longer name stays among whom they serve: to be trusted less is not to have gone.
    """
    for term in {row.term_id for row in rows if row.term_id}:
        Classification.objects.get_or_create(
            organisation=organisation,
            term_id=term,
            defaults={"coalition_id": organisation.coalition_id},
        )


@dataclass(frozen=True)
class _Writing:
    organisation: Organisation
    topic: str
    voice: str
    by: Person
    on: date
    is_own_hand: bool
    is_walked_past: bool

    @property
    def _place(self) -> dict[str, object]:
        return {
            "coalition_id": self.organisation.coalition_id,
            "organisation": self.organisation,
            "topic": self.topic,
            "voice": self.voice,
        }

    def write(self, said: Said) -> None:
        answer = ProfileAnswer.objects.filter(**self._place).first()
        has_new_rows = self._write_rows(said.rows)
        if said.is_nothing:
            if answer:
                answer.delete()
            return
        if answer is None:
            answer = ProfileAnswer(**self._place, recorded_by=self.by, said_on=self.on)
        if has_new_rows or self._says_something_new(answer, said):
            self._sign(answer, said)

    def _says_something_new(self, answer: ProfileAnswer, said: Said) -> bool:
        now = (said.text, said.choice)
        if answer.pk is None or (answer.text, answer.choice) != now:
            return True
        if self.voice == Voice.OURS or self.is_own_hand or self.is_walked_past:
            return False
        who = said.said_by.pk if said.said_by else None
        return (answer.said_by_id, answer.said_on) != (who, said.said_on or answer.said_on)

    def _sign(self, answer: ProfileAnswer, said: Said) -> None:
        answer.text, answer.choice, answer.recorded_by = said.text, said.choice, self.by
        is_theirs = self.voice == Voice.THEIRS
        answer.is_own_hand = self.is_own_hand and is_theirs
        answer.said_by = said.said_by if is_theirs else None
        answer.said_on = (said.said_on if is_theirs else None) or self.on
        answer.save()

    def _write_rows(self, rows: Sequence[Row]) -> bool:
        """Each row stays the row that it was, by what it is about; whether anything was written."""
        stood = {_row(one).subject: one for one in ProfileRow.objects.filter(**self._place)}
        wanted = {row.subject: row for row in rows}
        gone = [one.pk for subject, one in stood.items() if subject not in wanted]
        ProfileRow.objects.filter(pk__in=gone).delete()
        changed = [
            (stood.get(subject) or ProfileRow(**self._place), row)
            for subject, row in wanted.items()
            if subject not in stood or _row(stood[subject]) != row
        ]
        for one, row in changed:
            for name in COLUMNS:
                setattr(one, name, getattr(row, name))
            one.save()
        return bool(gone or changed)


def _row(row: ProfileRow) -> Row:
    return Row(**{name: getattr(row, name) for name in COLUMNS})
