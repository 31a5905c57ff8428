"""One gap: who is here, what was planned before, and words with which to begin."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.event_tables import events_of
from partners.models import Gap, NeededVoice, Organisation, Term, Vocabulary, Wording
from partners.reports.value.merge_words import fill
from partners.wordings import Shipped, shipped_wordings

SHOWN = 20


@dataclass(frozen=True)
class Change:
    """One saving of a plan: when, who, and how it stood afterwards."""

    at: datetime
    who: str
    words: list[str]


def draft_for(needed: NeededVoice, *, coalition: Coalition) -> str:
    """Words to begin with; whoever asks makes them their own.

    First why it is them whom we miss, then what we say that partners of their sector gain, or that
    anybody does. The name of the partner is not known yet: it is filled in when somebody is found.
    """
    known = {term.vocabulary: term.name for term in needed.terms}
    place = known.get(Vocabulary.AREA, coalition.place)
    written = _wording_for(needed.sector, coalition=coalition, place=place)
    return " ".join([*_why_them(known, place=place), written])


def _why_them(known: Mapping[str, str], *, place: str) -> Iterator[str]:
    """A sentence for whom they stand, and one for what they work on; of a sector its own wording tells."""
    people, matter = known.get(Vocabulary.POPULATION), known.get(Vocabulary.DETERMINANT)
    if people:
        yield _(
            "%(people)s in %(place)s should be heard where things are decided. You are closer to them"
            " than we are, and we would like to listen."
        ) % {"people": people, "place": place}
    if matter:
        yield _(
            "So much of how people in %(place)s fare comes down to this: %(matter)s. You work on it"
            " every day, and we would like to learn from you."
        ) % {"matter": matter, "place": place}
    if Vocabulary.AREA in known and not people and not matter:
        yield _(
            "What we plan reaches %(place)s too. You are at home there, and we would like to plan it"
            " together with you."
        ) % {"place": place}


def _wording_for(sector: Term | None, *, coalition: Coalition, place: str) -> str:
    """The coalition's own wording for the sector, else the shipped one, else what is said to anybody."""
    ours = Wording.objects.of_coalition(coalition.pk).for_purpose(Wording.Purpose.STATEMENT)
    current = list(ours.current().in_order())
    facts = {
        "coalition": coalition.name,
        "place": place,
        "goal": coalition.problem_statement.strip(),
    }
    for one in [sector, None] if sector else [None]:
        own = next((told.body for told in current if told.sector == one), "")
        if body := own or _shipped_for(one):
            return fill(body, facts).text
    return ""


def _shipped_for(sector: Term | None) -> str:
    """In the language of whoever asks; of a sector that is the coalition's own there is none."""
    for told in shipped_wordings(get_language() or ""):
        if told.purpose == Wording.Purpose.STATEMENT and _is_for(told, sector):
            return told.body
    return ""


def _is_for(told: Shipped, sector: Term | None) -> bool:
    names = [one.casefold() for one in told.sector_names]
    return sector.name.casefold() in names if sector else not names


def changes_of(needed: NeededVoice) -> list[Change]:
    """How its plans were saved, the newest first: three queries."""
    rows = list(
        events_of(Gap)
        .filter(needed=needed.pk)
        .exclude(pgh_label="delete")
        .order_by("-pgh_id")[:SHOWN]
    )
    persons = {row.pgh_context["person"] for row in rows if (row.pgh_context or {}).get("person")}
    people = Person.objects.in_bulk(persons | {row.owner_id for row in rows if row.owner_id})
    ids = {row.organisation_id for row in rows if row.organisation_id}
    called = dict(Organisation.including_merged.filter(pk__in=ids).values_list("pk", "name"))
    return [
        Change(
            at=row.pgh_created_at,
            who=_name((row.pgh_context or {}).get("person"), people),
            words=_words(row, people, called),
        )
        for row in rows
    ]


def _name(pk: int | None, people: dict[int, Person]) -> str:
    return str(people[pk]) if pk in people else _("a former member")


def _words(row: Any, people: dict[int, Person], called: dict[int, str]) -> list[str]:
    told = [str(Gap.State(row.state).label)]
    if row.organisation_id:
        told.append(called.get(row.organisation_id, _("an organisation that is gone")))
    if row.owner_id:
        told.append(_("%(name)s asks") % {"name": _name(row.owner_id, people)})
    if row.ask_by:
        told.append(_("by %(day)s") % {"day": date_format(row.ask_by)})
    return [*told, row.reason] if row.reason else told
