"""Taking back one change of how the coalition works."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _
from pghistory.models import Context

from accounts.models import Coalition, Person
from common.background.outbox import withdraw
from common.history.event_tables import events_of
from common.history.rewind import changed_since, undo_change
from common.history.tracking import recording
from common.history.undoing import bearable
from common.models import Letter
from common.refusal import Refusal
from governance.models import CharterRequest, RoleLetter
from governance.reports.changes import Model, tables
from governance.reports.sentences import FOR_GOOD


@transaction.atomic
def undo(coalition: Coalition, *, change: UUID, by: Person, at: datetime) -> None:
    """Put back every row of governance that the change wrote; letters of it that still wait do not leave.

    Whom a letter about the charter has reached stays asked, for the link in it must lead somewhere.

    Raises Refusal when a letter has told of it, when something was changed again since, or when something
    else depends on how it stands now.
    """
    Coalition.objects.lock(coalition.pk)
    if Context.objects.filter(pk=change, metadata__verb__in=FOR_GOOD).exists():
        raise Refusal(_("A letter about this has left, so it cannot be taken back."))
    written = tables_written(coalition, change=change)
    if changed_since(change, models=written):
        raise Refusal(_("This was changed again since, so it cannot be taken back any more."))
    _stop_letters(RoleLetter, change=change, at=at)
    told = _stop_letters(CharterRequest, change=change, at=at)
    in_the_way = _("Something else depends on how it stands now. Change it by hand instead.")
    with recording("governance.undone", by=by), bearable(otherwise=in_the_way):
        undo_change(change, models=written, leaving={CharterRequest: told})
    Coalition.objects.stamp_glossary(coalition.pk)


def tables_written(coalition: Coalition, *, change: UUID) -> list[Model]:
    """Of which tables of governance the change wrote rows; none when the coalition knows no such change."""
    return [
        model
        for model in tables()
        if events_of(model).filter(coalition=coalition.pk, pgh_context_id=change).exists()
    ]


def made_rows(models: list[Model], *, change: UUID) -> set[int]:
    """Ids of the rows that did not stand there before the change."""
    return {
        row
        for model in models
        for row in events_of(model)
        .filter(pgh_context_id=change, pgh_label="insert")
        .values_list("pgh_obj_id", flat=True)
    }


def _stop_letters(model: Any, *, change: UUID, at: datetime) -> list[int]:
    """Letters of the change that still wait do not leave. The ids of the rows whose letter has left.

    Raises Refusal when the change was the sending of the charter, and every letter has left.
    """
    events = events_of(model).filter(pgh_context_id=change)
    rows = model.objects.filter(pk__in=events.values("pgh_obj_id"))
    keys = {row.outbox_key: row.pk for row in rows}
    withdraw(keys, at=at)
    left = [
        keys[key] for key in Letter.objects.sent().with_keys(keys).values_list("key", flat=True)
    ]
    if model is CharterRequest and left and len(left) == len(keys):
        raise Refusal(_("A letter about this has left, so it cannot be taken back."))
    return left


def was_made_by(person: Person, *, change: UUID) -> bool:
    return Context.objects.filter(pk=change, metadata__person=person.pk).exists()
