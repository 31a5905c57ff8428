"""The way of one organisation: its steps, and what was set by other ways, the newest first."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import BigIntegerField, Exists, OuterRef, Subquery, Window
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Lag
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.event_tables import events_of
from partners.models import Organisation, PipelineStep

IMPORTED = "partners.imported"


@dataclass(frozen=True)
class Passed:
    """One line of the way. `step` is None for what a form, an import or a list has set."""

    on: date
    words: str
    why: str
    who: str
    at: datetime
    step: PipelineStep | None = None


def journey_of(organisation: Organisation) -> list[Passed]:
    """Two queries: the steps, and the history of kind and retiring."""
    steps = PipelineStep.objects.of([organisation.pk]).with_people().newest_first()
    told = [
        Passed(step.on, str(step), step.why, str(step.taken_by or ""), step.taken_at, step)
        for step in steps
    ]
    told += [_set_elsewhere(row) for row in _changes(organisation.pk) if _is_told(row)]
    return sorted(told, key=lambda one: (one.on, one.at), reverse=True)


def _set_elsewhere(row: dict[str, Any]) -> Passed:
    """What no step made: how a prospect came onto the list, or a change of kind or retiring since."""
    return Passed(
        on=localdate(row["pgh_created_at"]),
        words=_words(row),
        why=_why(row),
        who=row["who"] or "",
        at=row["pgh_created_at"],
    )


def _changes(organisation: int) -> list[dict[str, Any]]:
    """Each version with what the one before it said, and whether a step was logged with it."""
    steps = events_of(PipelineStep).filter(pgh_context_id=OuterRef("pgh_context_id"))
    person = Cast(KeyTextTransform("person", OuterRef("pgh_context")), BigIntegerField())
    rows = (
        events_of(Organisation)
        .filter(pgh_obj_id=organisation)
        .annotate(
            was_kind=Window(Lag("kind"), order_by="pgh_id"),
            was_retired=Window(Lag("retired_on"), order_by="pgh_id"),
            is_step=Exists(steps),
            verb=KeyTextTransform("verb", "pgh_context"),
            file=KeyTextTransform("reason", "pgh_context"),
            who=Subquery(Person.objects.filter(pk=person).values("full_name")[:1]),
        )
    )
    columns = ("kind", "retired_on", "retired_reason", "was_kind", "was_retired", "is_step", "who")
    return list(rows.order_by("-pgh_id").values(*columns, "verb", "file", "pgh_created_at"))


def _is_told(row: dict[str, Any]) -> bool:
    if row["is_step"]:
        return False
    if _is_first(row):
        return row["kind"] == Organisation.Kind.PROSPECT
    return row["kind"] != row["was_kind"] or bool(row["retired_on"]) != bool(row["was_retired"])


def _is_first(row: dict[str, Any]) -> bool:
    return row["was_kind"] is None


def _why(row: dict[str, Any]) -> str:
    """Why they were retired; of who came in with a file, which file that was."""
    if _is_first(row) and row["verb"] == IMPORTED:
        return _("Came in with %(file)s") % {"file": row["file"]}
    return row["retired_reason"]


def _words(row: dict[str, Any]) -> str:
    if _is_first(row):
        return _("Added to the list as a prospect")
    if bool(row["retired_on"]) != bool(row["was_retired"]):
        return _("Retired") if row["retired_on"] else _("Taken back into the list")
    return _("Kind set to %(kind)s") % {"kind": Organisation.Kind(row["kind"]).label}
