"""One gap: who is here, what was planned before, and words with which to begin."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.event_tables import events_of
from partners.models import Gap, NeededVoice, Organisation, Vocabulary

SHOWN = 20


@dataclass(frozen=True)
class Change:
    """One saving of a plan: when, who, and how it stood afterwards."""

    at: datetime
    who: str
    words: list[str]


def draft_for(needed: NeededVoice, *, coalition: Coalition) -> str:
    """A plain sentence to begin with; whoever asks makes it their own."""
    known = {term.vocabulary: term.name for term in needed.terms}
    people = known.get(Vocabulary.POPULATION)
    place = known.get(Vocabulary.AREA, coalition.place)
    matter = known.get(Vocabulary.DETERMINANT) or known.get(Vocabulary.SECTOR)
    if people:
        first = _("You know what life is like for this group in %(place)s: %(people)s.") % {
            "people": people,
            "place": place,
        }
    elif matter:
        first = _("You know this field in %(place)s: %(matter)s.") % {
            "matter": matter,
            "place": place,
        }
    else:
        first = _("You know %(place)s.") % {"place": place}
    return (
        first
        + " "
        + _(
            "With you at the table, what the partners of %(coalition)s do would fit the people you work for,"
            " and they would hear from you what is needed."
        )
        % {"coalition": coalition.brief_name}
    )


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
