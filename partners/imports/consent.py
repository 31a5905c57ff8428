"""Whether the directory may name a person, as a cell says it and as it meets what we know.

Of two words that contradict each other the later one holds. A word without a day is as old as its file can
be: a no holds at once, a yes does not stand against a no.
"""

import re
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from partners.imports.known_words import CONSENT_WORDS
from partners.imports.values import (
    LIST_BREAK,
    BadCell,
    DateOrder,
    day,
    is_nothing,
    one_line,
    term_key,
)
from partners.models import Contact

Answer = Contact.Consent
# Longest first: "no answer yet" begins with "no".
ANSWERS = sorted(
    ((word, answer) for answer, words in CONSENT_WORDS.items() for word in words.split("|")),
    key=lambda told: -len(told[0]),
)
# What may stand between the parts of "Yes (on 3/1/2025): by e-mail".
MARKS = " ,;:()–—-·"
BEFORE_DAY = re.compile(r"^(?:on|since|el|desde)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Consent:
    """What was said, on which day if that is known, and how we know. `on` is an ISO date or nothing."""

    answer: str
    on: str = ""
    how: str = ""

    @classmethod
    def of(cls, contact: Contact) -> Self:
        on = contact.listing_consent_on
        return cls(
            contact.listing_consent, on.isoformat() if on else "", contact.listing_consent_how
        )

    def as_columns(self) -> dict[str, Any]:
        return {
            "listing_consent": self.answer,
            "listing_consent_on": date.fromisoformat(self.on),
            "listing_consent_how": self.how,
        }

    def to_json(self) -> dict[str, str]:
        return asdict(self)


def read_consent(text: str, *, order: DateOrder) -> Consent | None:
    """ "yes", "No (3/1/2025)", "Sí, 2025-03-01, by e-mail"; a day alone is that of a yes.

    None where nobody was asked. Raises BadCell for what is no answer.
    """
    said = one_line(text)
    if is_nothing(said):
        return None
    # First, because "1/3/2025" begins with a one that elsewhere means yes.
    told = _dated(Answer.YES, said, order=order)
    if told.on:
        return told
    for word, answer in ANSWERS:
        if _begins_with(said, word):
            rest = said[len(word) :].strip(MARKS)
            return None if answer == Answer.NOT_ASKED else _dated(answer, rest, order=order)
    raise BadCell("consent", said)


def read_consents(text: str, *, count: int, order: DateOrder) -> list[Consent | None]:
    """One answer for each of `count` people in the row.

    Raises BadCell where one answer stands beside several people: then nobody is named by mistake.
    """
    pieces = [text] if count == 1 else [piece for piece in LIST_BREAK.split(text) if piece.strip()]
    if is_nothing(text):
        return [None] * count
    if len(pieces) != count:
        raise BadCell("consents", one_line(text))
    return [read_consent(piece, order=order) for piece in pieces]


def is_readable(cell: str) -> bool:
    """Whether a cell could be an answer, for guessing what a column holds."""
    try:
        read_consent(cell, order=DateOrder())
    except BadCell:
        return False
    return True


def met(ours: Consent, told: Consent, *, on: date, source: str) -> Consent | None:
    """What holds from now on, or None when what we know stands.

    `on` is the day of the file and `source` its name, for what the cell leaves open.
    """
    if told.answer == ours.answer:
        is_newer = told.on > ours.on or (told.on == ours.on and told.how and not ours.how)
        return Consent(ours.answer, told.on, told.how or ours.how) if is_newer else None
    if not _overrules(told, ours):
        return None
    return Consent(told.answer, told.on or on.isoformat(), told.how or source)


def left_out(said: Consent, contact: Contact) -> str:
    """Why the word of a row does not hold, for whoever brings it in."""
    return _("“%(answer)s” of %(person)s was left out; here stands: %(ours)s.") % {
        "answer": Answer(said.answer).label,
        "person": contact.name,
        "ours": contact.consent_in_words(day=date_format),
    }


def _overrules(told: Consent, ours: Consent) -> bool:
    is_open = ours.answer in (Answer.NOT_ASKED, Answer.ASKED)
    if told.answer == Answer.ASKED:
        # To have asked again takes no answer back.
        return ours.answer == Answer.NOT_ASKED
    if not told.on:
        return is_open or told.answer == Answer.NO
    return told.on >= ours.on


def _begins_with(said: str, word: str) -> bool:
    key = term_key(said)
    return key == word or (key.startswith(word) and not key[len(word)].isalnum())


def _dated(answer: str, rest: str, *, order: DateOrder) -> Consent:
    """The rest of a cell: a day and how we know, or only one of them. "March 1, 2025, by phone"."""
    dated = BEFORE_DAY.sub("", rest)
    pieces = dated.split(",")
    beginnings = [",".join(pieces[:count]) for count in range(min(len(pieces), 3), 0, -1)]
    for beginning in (*beginnings, dated.split(" ")[0]):
        if on := _day_in(beginning.strip(MARKS), order=order):
            return Consent(answer, on, dated[len(beginning) :].strip(MARKS))
    return Consent(answer, "", rest)


def _day_in(text: str, *, order: DateOrder) -> str:
    try:
        found = day(text, order=order)
    except BadCell:
        return ""
    return found.isoformat() if found else ""
