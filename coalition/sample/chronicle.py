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
from pghistory.models import Context, Event

from common.history.tracking import recording

SAMPLE = "sample"  # in the words of a change: made up, not written by anybody


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
        with recording(verb, by=by, reason=reason) as change, pghistory.context(**{SAMPLE: True}):
            yield
        self._moments[change] = at

    def date_events(self) -> None:
        """Give every change and its events their moment: one statement for each table."""
        for event in event_models():
            self._date(event, "pgh_context_id", ["pgh_created_at"])
        self._date(Context, "id", ["created_at", "updated_at"])

    def _date(self, model: type[models.Model], change: str, columns: list[str]) -> None:
        table = connection.ops.quote_name(model._meta.db_table)  # noqa: SLF001
        moments = ", ".join(f"{column} = told.at" for column in columns)
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {table} SET {moments} "  # noqa: S608 - our own names
                "FROM unnest(%s::uuid[], %s::timestamptz[]) AS told (change, at) "
                f"WHERE {table}.{change} = told.change",
                [list(map(str, self._moments)), list(self._moments.values())],
            )


def event_models() -> list[type[Event]]:
    """The tables in which history keeps the versions of rows."""
    return [model for model in apps.get_models() if issubclass(model, Event)]


def tracked_models() -> list[type[models.Model]]:
    """The tables of which history is kept."""
    return [model for model in apps.get_models() if getattr(model, "pgh_event_models", None)]
