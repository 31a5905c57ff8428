"""Bringing the rows in: all of them in one transaction, under one change that can be taken back."""

from datetime import datetime
from typing import Any

from django.db import connection, models, transaction
from django.utils.translation import gettext as _
from psycopg2.extras import execute_values

from common.history import recording
from partners.imports import apart, profiles, subjects, work
from partners.imports.dry_run import check
from partners.imports.planning import Drift, Planned
from partners.imports.undo import event_model
from partners.models import ImportRow, ImportRun, SearchEntry

MANY = 500  # partners, from which on the database's statistics are worth renewing

FOUND = """
UPDATE partners_importrow r SET organisation_id = v.organisation
FROM (VALUES %s) v (id, organisation) WHERE r.id = v.id
"""


def apply(run: ImportRun, *, at: datetime) -> None:
    """Write what the dry run has shown; when that no longer holds, write nothing and show it anew."""
    work.wait_for_coalition(run)
    try:
        with transaction.atomic():
            _write(run, at=at)
    except Drift as drift:
        run.notice = _(
            "“%(partner)s” has changed since the dry run, so nothing was written. "
            "This is a new dry run; please look at it again."
        ) % {"partner": drift}
        check(run)
        return
    run.state, run.applied_at, run.done, run.notice = ImportRun.State.APPLIED, at, run.total, ""
    run.save()


def _write(run: ImportRun, *, at: datetime) -> None:
    verb = f"{run.subject}.imported"
    with recording(verb, by=run.asked_by, reason=run.file_name) as change:
        profiles.refresh_search_later()
        touched: set[int] = set()
        kept: dict[int, int] = {}
        plan = subjects.of(run).plan(run, applies=True)
        done = 0
        for planned in plan.batches():
            plan.lists.add_new()
            touched |= profiles.save(planned.profiles.values())
            _remember_partners(planned)
            kept |= apart.kept_beside(planned)
            done += len(planned.rows)
            work.report(run, done)
        profiles.refresh_search(touched)
        apart.remember(run, kept, at=at)
        if len(touched) > MANY:
            _tell_the_planner()
    run.change_id = change
    run.counts = run.counts | {"touched": len(touched)}


def _tell_the_planner() -> None:
    """After so many new rows the database would plan an undo by the keys that it counted before them."""
    written: tuple[Any, ...] = (
        *profiles.WRITTEN,
        *(event_model(model) for model in profiles.WRITTEN),
        SearchEntry,
    )
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(map(_keys, written))}")


def _keys(model: type[models.Model]) -> str:
    """The table and those of its columns by which rows are looked up."""
    fields = model._meta.concrete_fields  # noqa: SLF001
    keys = (str(field.column) for field in fields if field.primary_key or field.is_relation)
    return f"{model._meta.db_table} ({', '.join(keys)})"  # noqa: SLF001


def _remember_partners(planned: Planned) -> None:
    """Beside each row the partner that it became; a doubt keeps the one that it was compared with."""
    told = [
        (row.pk, planned.profiles[planned.party_of[row.number]].organisation.pk)
        for row in planned.rows
        if row.outcome != ImportRow.Outcome.DUPLICATE
    ]
    if not told:
        return
    with connection.cursor() as cursor:
        execute_values(
            cursor, FOUND, told, template="(%s::bigint, %s::bigint)", page_size=len(told)
        )
