"""What happened with a call, from its history: who did what, when. No score is told here."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BigIntegerField, F, QuerySet, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Person
from common.database.unions import united
from common.personal.fields import events_of
from partners.models import (
    Application,
    Call,
    Criterion,
    DecisionLetter,
    Outreach,
    Review,
    Reviewer,
)

SENTENCES: dict[str, Any] = {
    "call.added": gettext_lazy("%(who)s wrote a first draft"),
    "call.edited": gettext_lazy("%(who)s changed what the call says"),
    "call.published": gettext_lazy("%(who)s published the call"),
    "call.taken_back": gettext_lazy("%(who)s made it a draft again"),
    "call.closed": gettext_lazy("%(who)s closed the call"),
    "call.decided": gettext_lazy("%(who)s said that all is decided"),
    "call.decided_anew": gettext_lazy("%(who)s opened the decisions again"),
    "call.undone": gettext_lazy("%(who)s took a change back"),
    "criterion.added": gettext_lazy("%(who)s added a criterion: %(what)s"),
    "criterion.edited": gettext_lazy("%(who)s changed a criterion: %(what)s"),
    "criterion.removed": gettext_lazy("%(who)s removed a criterion: %(what)s"),
    "outreach.added": gettext_lazy("%(who)s told of the call: %(what)s"),
    "outreach.edited": gettext_lazy("%(who)s changed where it was told: %(what)s"),
    "outreach.removed": gettext_lazy("%(who)s removed where it was told: %(what)s"),
    "reviewer.asked": gettext_lazy("%(who)s asked %(what)s to read"),
    "reviewer.released": gettext_lazy("%(who)s released %(what)s from reading"),
    "application.sent": gettext_lazy("%(what)s applied"),
    "application.changed": gettext_lazy("%(what)s changed their application"),
    "application.withdrawn": gettext_lazy("%(what)s withdrew their application"),
    "application.decided": gettext_lazy("%(who)s decided on %(what)s: %(more)s"),
    "application.taken_in": gettext_lazy("%(what)s came onto the list, by %(who)s"),
    "application.linked": gettext_lazy(
        "%(who)s linked %(what)s to an organisation that is on the list"
    ),
    "application.erased": gettext_lazy(
        "What was held about the person who applied for %(what)s was erased"
    ),
    "review.declared": gettext_lazy(
        "%(who)s said whether they have a conflict of interest with %(what)s"
    ),
    "review.given": gettext_lazy("%(who)s gave scores to %(what)s"),
    "decision_letter.edited": gettext_lazy("%(who)s changed the letter to %(what)s"),
    "decision_letter.sent": gettext_lazy("%(who)s sent the letter to %(what)s"),
}

MOST = 200  # lines; a call with more of them has a table that tells it better
READ = 4 * MOST  # rows, of which a change writes several


@dataclass(frozen=True)
class Happened:
    at: datetime
    words: str


def story_of(call: Call) -> list[Happened]:
    """The newest first, one line a change, at most `MOST`. Three queries."""
    rows = list(_events(call)[:READ])
    names = dict(Application.objects.of(call).values_list("pk", "organisation_name"))
    changes: dict[Any, dict[str, Any]] = {}
    for row in rows:
        changes.setdefault(row["change"] or row["at"], row)
    newest = list(changes.values())[:MOST]
    people = _people(newest)
    told = (_told(row, names, people) for row in newest)
    return [one for one in told if one]


def _events(call: Call) -> QuerySet:
    """Of everything that belongs to the call, the newest first; a change's weightiest row before others."""
    applications = Application.objects.of(call).order_by().values("pk")
    parts = [
        _part(
            Application,
            0,
            subject="pgh_obj_id",
            name="organisation_name",
            more="decision",
            call=call.pk,
        ),
        _part(Reviewer, 0, subject="person_id", call=call.pk),
        _part(Criterion, 1, name="name", call=call.pk),
        _part(Outreach, 1, name="name", call=call.pk),
        _part(Review, 1, subject="application_id", application__in=applications),
        _part(DecisionLetter, 1, subject="application_id", application__in=applications),
        _part(Call, 2, pgh_obj_id=call.pk),
    ]
    return united(parts).order_by("-at", "rank")


def _part(
    model: Any, rank: int, *, subject: str = "", name: str = "", more: str = "", **which: Any
) -> QuerySet:
    events = events_of(model)[0]
    nobody = Cast(Value(None), BigIntegerField())
    return (
        events._default_manager.filter(**which)  # noqa: SLF001 - Django's own door
        .order_by()
        .annotate(
            at=F("pgh_created_at"),
            change=F("pgh_context_id"),
            context=F("pgh_context"),
            rank=Value(rank),
            told_of=F(subject) if subject else nobody,
            called=F(name) if name else Value(""),
            told_more=F(more) if more else Value(""),
        )
        .values("at", "change", "context", "rank", "told_of", "called", "told_more")
    )


def _people(rows: Any) -> Mapping[int, str]:
    ids = {_context(row).get("person") for row in rows}
    ids |= {row["told_of"] for row in rows if _verb(row).startswith("reviewer.")}
    found = Person.objects.filter(pk__in=ids - {None})
    return {one.pk: str(one) for one in found}


def _told(
    row: Mapping[str, Any], names: Mapping[int, str], people: Mapping[int, str]
) -> Happened | None:
    verb = _verb(row)
    if verb not in SENTENCES:
        return None
    subject = people if verb.startswith("reviewer.") else names
    words = {
        "who": people.get(_context(row).get("person") or 0) or _("A former member"),
        "what": row["called"] or subject.get(row["told_of"] or 0, ""),
        "more": dict(Application.Decision.choices).get(row["told_more"], ""),
    }
    return Happened(row["at"], str(SENTENCES[verb]) % words)


def _verb(row: Mapping[str, Any]) -> str:
    return _context(row).get("verb", "")


def _context(row: Mapping[str, Any]) -> dict[str, Any]:
    told = row["context"] or {}
    return json.loads(told) if isinstance(told, str) else told
