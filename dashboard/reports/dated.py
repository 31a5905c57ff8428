"""What members were asked to decide, to read and to look at again. One query.

Each gets what is theirs: a note only who is named on it, a decision or an application only who was asked.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Membership
from accounts.permissions import Permission, Role
from common.database.counting import Number, counted
from common.database.prepared import prepared
from common.database.unions import as_rows, united
from dashboard.reports.about_partners import when_due
from dashboard.reports.errands import Errand, Group
from dashboard.reports.waiting import SHOWN
from partners.models import Application, DiligenceAnswer, IncidentDecision, RiskNote

DECISION, NOTE, REVIEW, READING = "decision", "note", "review", "reading"
NOBODY = 0
# Of an organisation that is gone, the note still knows the name.
NAME = Coalesce("organisation__name", "organisation_name")


@dataclass(frozen=True)
class Dated:
    """First what others wait for, then what is due beside other errands."""

    first: list[Group]
    then: list[Group]


@dataclass(frozen=True)
class Row:
    """One thing that is due. `ref` and `parent` say where its page is."""

    kind: str
    ref: str
    parent: int
    words: str
    due_on: date
    home: int | None
    name: str
    number: int


def dated(membership: Membership, *, on: date) -> Dated:
    found = _due.ask(
        membership.role,
        coalition=membership.coalition_id,
        person=membership.person_id,
        membership=membership.pk,
        day=on,
    )
    rows = [Row(*row) for row in found]
    group = partial(_group, rows, slug=membership.coalition.slug, on=on)
    return Dated(
        first=[group(DECISION), group(NOTE), group(READING)],
        then=[group(REVIEW)],
    )


def _group(rows: Iterable[Row], kind: str, *, slug: str, on: date) -> Group:
    mine = sorted((row for row in rows if row.kind == kind), key=lambda row: (row.due_on, row.ref))
    told = {DECISION: _decision, NOTE: _note, REVIEW: _review, READING: _reading}[kind]
    number = Number.told(mine[0].number if mine else 0)
    title, more = _heading(kind, slug)
    errands = [told(row, slug, on) for row in mine]
    return Group(title=title, errands=errands, more=number.but(len(mine)), more_url=more)


def _heading(kind: str, slug: str) -> tuple[str, str]:
    """What a group is called, and the page with all of it."""
    if kind == DECISION:
        return _("You decide"), reverse("partners:incidents", args=[slug])
    if kind == NOTE:
        return _("Notes that only some read"), reverse("partners:risk_notes", args=[slug])
    if kind == READING:
        return _("Please read"), reverse("partners:calls", args=[slug])
    return _("Due diligence"), reverse("partners:risk_due", args=[slug])


def _decision(row: Row, slug: str, on: date) -> Errand:
    page = reverse("partners:incident", args=[slug, row.home, row.parent])
    return Errand(
        margin=when_due(row.due_on, on=on),
        title=row.name,
        url=page,
        reason=row.words,
        verb=_("Decide"),
        verb_url=reverse("partners:decision_decide", args=[slug, row.home, row.parent, row.ref]),
        is_pressing=row.due_on < on,
    )


def _note(row: Row, slug: str, on: date) -> Errand:
    page = reverse("partners:risk_note", args=[slug, row.ref])
    return Errand(
        margin=when_due(row.due_on, on=on),
        title=row.name,
        url=page,
        reason=_("A restricted note that names you was to be looked at again."),
        verb=_("Open the note"),
        verb_url=page,
        is_pressing=row.due_on < on,
    )


def _reading(row: Row, slug: str, on: date) -> Errand:
    page = reverse("partners:application", args=[slug, row.parent, row.ref])
    return Errand(
        margin=_("application"),
        title=row.name,
        url=page,
        reason=_("They applied to “%(call)s”, and you were asked to read it.")
        % {"call": row.words},
        verb=_("Read and score"),
        verb_url=page,
    )


def _review(row: Row, slug: str, on: date) -> Errand:
    return Errand(
        margin=when_due(row.due_on, on=on),
        title=row.name,
        url=reverse("partners:risk", args=[slug, row.home]),
        reason=_("To be looked at again: “%(words)s”") % {"words": row.words},
        verb=_("Look again"),
        verb_url=reverse("partners:diligence", args=[slug, row.home, row.parent]),
    )


# ---------------------------------------------------------------- the one question


@prepared
def _due(role: str, *, coalition: int, person: int, membership: int, day: date) -> QuerySet:
    may = Role(role).permissions
    notes = RiskNote.objects.of_coalition(coalition).naming(membership).due_by(day)
    parts = [_part(NOTE, notes, ref="token", name=NAME, due="review_on")]
    if Permission.REVIEW_APPLICATIONS in may:
        applied = Application.objects.filter(coalition=coalition).to_read_by(person, on=day)
        asked = {"parent": "call_id", "words": "call__title", "due": "call__closes_on"}
        parts.append(_part(READING, applied, name=F("organisation_name"), **asked))
    if Permission.SEE_RISK in may:
        waiting = IncidentDecision.objects.of_coalition(coalition).waiting()
        mine = waiting.for_decider(person)
        parts.append(_part(DECISION, mine, words="question", parent="incident_id"))
    if Permission.EDIT_PARTNERS in may:
        looked = DiligenceAnswer.objects.of_coalition(coalition).of_partners_of_today().due_by(day)
        asked = {"words": "question__words", "parent": "question_id", "due": "review_on"}
        parts.append(_part(REVIEW, looked.for_keeper(person), **asked))
    return united(parts)


def _part(
    kind: str,
    rows: QuerySet,
    *,
    ref: str = "pk",
    parent: str = "",
    words: str = "",
    due: str = "due_on",
    name: Any = "organisation__name",
) -> QuerySet:
    """The first of a kind; each row tells how many there are in all."""
    return as_rows(
        rows.order_by(due, "pk"),
        most=SHOWN,
        kind=_text(Value(kind)),
        ref=_text(F(ref)),
        parent=F(parent) if parent else Value(NOBODY),
        words=_text(F(words) if words else Value("")),
        due=F(due),
        home=F("organisation_id"),
        name=_text(name),
        number=counted(rows),
    )


def _text(expression: Any) -> Cast:
    return Cast(expression, TextField())
