"""Writing partners, a thousand rows at a time, and telling the database what has come."""

from datetime import datetime
from typing import Any

from django.db import connection, models

from common.history.event_tables import event_model
from partners.imports import apart, noting, profiles, work
from partners.imports.planning import Planned, Planner
from partners.models import ImportRow, ImportRun, SearchEntry

# Partners, from which on the database's statistics are worth renewing: so many, and so many for each that
# stood there when they were last renewed.
MANY, SHARE = 500, 0.2
STOOD = "SELECT reltuples FROM pg_class WHERE oid = 'partners_organisation'::regclass"


def write_partners(run: ImportRun, plan: Planner, *, at: datetime) -> int:
    """Save what the rows come to; return how many partners that were."""
    profiles.catch_up_later()
    noting.begin()
    touched: set[int] = set()
    kept: dict[int, int] = {}
    done = 0
    for planned in plan.batches():
        plan.lists.add_new()
        touched |= profiles.save(planned.profiles.values())
        noting.note_found(_partners_of(planned))
        kept |= apart.kept_beside(planned)
        done += len(planned.rows)
        work.report(run, done)
    noting.write_found()
    profiles.catch_up(touched)
    apart.remember(run, kept, at=at)
    _tell_the_planner(came=len(touched))
    return len(touched)


def _tell_the_planner(*, came: int) -> None:
    """After so many new rows the database would plan an undo by the keys that it counted before them."""
    written: tuple[Any, ...] = (
        *profiles.WRITTEN,
        *map(event_model, profiles.WRITTEN),
        SearchEntry,
    )
    with connection.cursor() as cursor:
        cursor.execute(STOOD)
        (stood,) = cursor.fetchone()
        if came > max(MANY, SHARE * stood):
            cursor.execute(f"ANALYZE {', '.join(map(_keys, written))}")


def _keys(model: type[models.Model]) -> str:
    """The table and those of its columns by which rows are looked up."""
    fields = model._meta.concrete_fields  # noqa: SLF001
    keys = (str(field.column) for field in fields if field.primary_key or field.is_relation)
    return f"{model._meta.db_table} ({', '.join(keys)})"  # noqa: SLF001


def _partners_of(planned: Planned) -> list[tuple[int, int]]:
    """Beside each row the partner that it became; a doubt keeps the one that it was compared with."""
    return [
        (row.pk, planned.profiles[planned.party_of[row.number]].organisation.pk)
        for row in planned.rows
        if row.outcome != ImportRow.Outcome.DUPLICATE
    ]
