"""Bringing the rows in: all of them in one transaction, under one change that can be taken back."""

from datetime import datetime

<<<<<<< HEAD
from django.db import connection, models, transaction
=======
from django.db import transaction
>>>>>>> network
from django.utils.translation import gettext as _

from common.history import recording
from partners.imports import subjects, work
from partners.imports.dry_run import check
from partners.imports.planning import Drift
from partners.models import ImportRun


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
        touched = subjects.of(run).write(run, at=at)
    run.change_id = change
<<<<<<< HEAD
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
=======
    run.counts = run.counts | {"touched": touched}
>>>>>>> network
