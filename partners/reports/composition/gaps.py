"""One gap: who is here, what was planned before, and words with which to begin."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.event_tables import events_of
from partners.models import Gap, NeededVoice, Organisation, Term, Vocabulary, Wording
from partners.reports.value.merge_words import fill
from partners.wordings import shipped_wordings

SHOWN = 20


@dataclass(frozen=True)
class Change:
    """One saving of a plan: when, who, and how it stood afterwards."""

    at: datetime
    who: str
    words: list[str]


def draft_for(needed: NeededVoice, *, coalition: Coalition) -> str:
    """Words to begin with; whoever asks makes them their own.

    Where the voice names a sector, they are what is said to partners of that sector. The name of the
    partner is not known yet: it is filled in when somebody is found.
    """
    written = _wording_of(needed, coalition=coalition)
    if not written:
        return f"{_what_they_know(needed, coalition=coalition)} {_what_comes_of_it(coalition)}"
    if needed.population:
        return f"{_what_they_know(needed, coalition=coalition)} {written}"
    return written


def _what_they_know(needed: NeededVoice, *, coalition: Coalition) -> str:
    known = {term.vocabulary: term.name for term in needed.terms}
    people = known.get(Vocabulary.POPULATION)
    place = known.get(Vocabulary.AREA, coalition.place)
    matter = known.get(Vocabulary.DETERMINANT) or known.get(Vocabulary.SECTOR)
    if people:
        return _("You know what life is like for this group in %(place)s: %(people)s.") % {
            "people": people,
            "place": place,
        }
    if matter:
        return _("You know this field in %(place)s: %(matter)s.") % {
            "matter": matter,
            "place": place,
        }
    return _("You know %(place)s.") % {"place": place}


def _what_comes_of_it(coalition: Coalition) -> str:
    return _(
        "With you at the table, what the partners of %(coalition)s do would fit the people you work for,"
        " and they would hear from you what is needed."
    ) % {"coalition": coalition.brief_name}


def _wording_of(needed: NeededVoice, *, coalition: Coalition) -> str:
    """The coalition's own wording for the sector, or else the one that comes with the product."""
    if not needed.sector:
        return ""
    ours = Wording.objects.of_coalition(coalition.pk).for_purpose(Wording.Purpose.STATEMENT)
    own = ours.current().filter(sector=needed.sector).in_order().first()
    body = own.body if own else _shipped_for(needed.sector)
    facts = {
        "coalition": coalition.name,
        "place": coalition.place,
        "goal": coalition.problem_statement.strip(),
    }
    return fill(body, facts).text


def _shipped_for(sector: Term) -> str:
    """In the language of whoever asks; of a sector that is the coalition's own there is none."""
    name = sector.name.casefold()
    for told in shipped_wordings(get_language() or ""):
        names = (one.casefold() for one in told.sector_names)
        if told.purpose == Wording.Purpose.STATEMENT and name in names:
            return told.body
    return ""


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
