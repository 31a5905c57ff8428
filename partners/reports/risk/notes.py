"""Notes as one of those named on them sees them. Nothing here asks for a note without asking for whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Membership, Person
from accounts.permissions import Permission, Role
from common.history.event_tables import events_of
from partners.models import Organisation, RiskNote, RiskReader
from partners.models.risk.notes import opened

VERBS = {
    "risk_note.written": gettext_lazy("%(who)s wrote the note"),
    "risk_note.rewritten": gettext_lazy("%(who)s changed it"),
    "risk_note.settled": gettext_lazy("%(who)s said that it is settled"),
    "risk_note.taken_up": gettext_lazy("%(who)s took it up again"),
    "risk_note.reader_named": gettext_lazy("%(who)s named another reader"),
    "risk_note.reader_removed": gettext_lazy("%(who)s took a reader off"),
    "risk_note.heir_chosen": gettext_lazy("%(who)s chose who takes it over"),
    "risk_note.undone": gettext_lazy("%(who)s took a change back"),
}
HANDED_ON = gettext_lazy("It was handed on, because nobody who was named is here any more")


@dataclass(frozen=True)
class Step:
    """One thing that happened with a note; `before` is what it said until then, if that has changed."""

    moment: datetime
    said: str
    before: str = ""


@dataclass(frozen=True)
class Open:
    """A note with all that its page shows."""

    note: RiskNote
    readers: list[RiskReader]
    is_lonely: bool
    trail: list[Step]


def notes_of(organisation: Organisation, *, membership: Membership) -> list[RiskNote]:
    return list(RiskNote.objects.visible_to(membership).about(organisation).told())


def notes_for(membership: Membership) -> list[RiskNote]:
    """All that name this member: what is due first, what is settled last."""
    rows = RiskNote.objects.visible_to(membership).told()
    return list(rows.order_by("settled_on", F("review_on").asc(nulls_last=True), "-written_at"))


def who_may_be_named(membership: Membership) -> list[Membership]:
    """Members who may open partners, by name; not the member who asks."""
    roles = [role for role in Role if Permission.SEE_PARTNERS in role.permissions]
    members = Membership.objects.filter(coalition=membership.coalition_id, role__in=roles)
    there = members.active().without_end().exclude(pk=membership.pk).with_people()
    return list(there.order_by("person__full_name", "pk"))


def opened_note(note: RiskNote) -> Open:
    readers = list(note.readers.all())
    staying = [one for one in readers if one.membership.ended_on is None]
    is_lonely = len(staying) < 2 and (note.heir is None or note.heir.ended_on is not None)  # noqa: PLR2004
    return Open(note, readers, is_lonely, _trail(note))


def _trail(note: RiskNote) -> list[Step]:
    """The newest first, in three queries: both tables of events, and who did it."""
    versions = list(_events(RiskNote, pgh_obj_id=note.pk))
    named = list(_events(RiskReader, note_id=note.pk))
    changes = {row["pgh_context_id"]: row for row in [*named, *versions]}
    people = Person.objects.in_bulk({_actor(row) for row in changes.values() if _actor(row)})
    before = _former_words(note.coalition_id, versions)
    steps = [
        Step(row["pgh_created_at"], _said(row, people), before.get(change, ""))
        for change, row in changes.items()
    ]
    return sorted(steps, key=lambda step: step.moment, reverse=True)


def _former_words(coalition: int, versions: Iterable[dict[str, Any]]) -> dict[Any, str]:
    former, told = "", {}
    for row in versions:
        now = opened(row["sealed"], coalition=coalition)
        if former and former != now:
            told[row["pgh_context_id"]] = former
        former = now
    return told


def _said(row: dict[str, Any], people: dict[int, Person]) -> str:
    verb = (row["pgh_context"] or {}).get("verb", "")
    if verb not in VERBS:
        return str(HANDED_ON)
    person = people.get(_actor(row) or 0)
    return str(VERBS[verb]) % {"who": person or _("Somebody")}


def _actor(row: dict[str, Any]) -> int | None:
    return (row["pgh_context"] or {}).get("person")


def _events(model: Any, **which: Any) -> Any:
    rows = events_of(model).filter(**which).order_by("pgh_id")
    about = ["pgh_context_id", "pgh_created_at", "pgh_context"]
    return rows.values(*about, "sealed") if model is RiskNote else rows.values(*about)
