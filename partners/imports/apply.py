"""Bringing the rows in: all of them in one transaction, under one change that can be taken back."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from common.history.tracking import recording
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
    run.counts = run.counts | {"touched": touched}
