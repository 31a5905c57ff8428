"""Past changes in a history that triggers write.

The triggers stamp every event with the present moment, and rightly so. The sample tells of years, so
its events get the moments of the story afterwards. Nothing else in the product may do this.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

import pghistory
from django.apps import apps
from django.db import connection, models
from pghistory.models import Event

from common.history import recording


class Chronicle:
    """The changes made so far, and when each is said to have happened.

    To be used inside one transaction and outside of any request or other `recording`, which would
    make a single change of them all.
    """

    def __init__(self) -> None:
        self._moments: dict[UUID, datetime] = {}

    @contextmanager
    def change(
        self, verb: str, *, at: datetime, by: models.Model | None = None, reason: str = ""
    ) -> Iterator[None]:
        """Like `recording`, at a moment of the past."""
        with pghistory.context() as change, recording(verb, by=by, reason=reason):
            yield
        self._moments[change.id] = at

    def date_events(self) -> None:
        """Give the events of every change its moment: one statement for each table of events."""
        changes = [str(change) for change in self._moments]
        with connection.cursor() as cursor:
            for event in event_models():
                cursor.execute(
                    f"UPDATE {event._meta.db_table} SET pgh_created_at = told.at "  # noqa: S608, SLF001 - our own table names
                    "FROM unnest(%s::uuid[], %s::timestamptz[]) AS told (change, at) "
                    "WHERE pgh_context_id = told.change",
                    [changes, list(self._moments.values())],
                )


def event_models() -> list[type[Event]]:
    """The tables in which history keeps the versions of rows."""
    return [model for model in apps.get_models() if issubclass(model, Event)]
