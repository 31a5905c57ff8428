"""What every step in the background shares: one worker at a time, whole or not at all, seen to move."""

import logging
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from django.core.cache import cache
from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import translation
from django.utils.translation import gettext as _
from redis.exceptions import RedisError

from common.refusal import Refusal
from common.spreadsheets.table import UnreadableFile
from partners.models import ImportRun

log = logging.getLogger(__name__)

Step = Callable[[ImportRun], None]

# The first number of our advisory locks; the second is the id of the run or coalition.
RUN_LOCK, COALITION_LOCK = 7_201, 7_202


def perform(run_id: int, step: Step, *, state: str) -> None:
    """Do one step of a run that is in `state`, in one transaction.

    A second worker with the same task finds the run locked, or no longer in that state, and leaves. A
    worker that dies leaves nothing behind but the state, by which the step is found and done again.
    A problem that doing it again would not mend stops the run, with a sentence for people.
    """
    try:
        with transaction.atomic():
            run = _claimed(run_id, state=state)
            if run is not None:
                with translation.override(_language(run)):
                    step(run)
    except (UnreadableFile, Refusal) as problem:
        _stop(run_id, state=state, problem=str(problem))
    except (OperationalError, InterfaceError):
        raise  # the database is away: the timetable asks again
    except Exception:
        log.exception("Import %s stopped while %s", run_id, state)
        _stop(
            run_id, state=state, problem=_("Something went wrong on our side. Nothing is written.")
        )


def _claimed(run_id: int, *, state: str) -> ImportRun | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [RUN_LOCK, run_id])
        if not cursor.fetchone()[0]:
            return None
    runs = ImportRun.objects.select_related("coalition", "asked_by")
    return runs.filter(pk=run_id, state=state).first()


def _language(run: ImportRun) -> str | None:
    return getattr(run.asked_by, "language", "") or translation.get_language()


def _stop(run_id: int, *, state: str, problem: str) -> None:
    ImportRun.objects.filter(pk=run_id, state=state).update(
        state=ImportRun.State.FAILED, problem=problem
    )


def wait_for_coalition(run: ImportRun) -> None:
    """Two imports of one coalition are written one after the other, so that both see all partners."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [COALITION_LOCK, run.coalition_id])


@contextmanager
def local_copy(run: ImportRun) -> Iterator[Path]:
    """The uploaded file as a path, wherever the storage keeps it."""
    try:
        yield Path(run.file.path)
    except NotImplementedError:
        with (
            tempfile.NamedTemporaryFile(suffix=Path(str(run.file.name)).suffix) as copy,
            run.file.open(),
        ):
            for chunk in run.file.chunks():
                copy.write(chunk)
            copy.flush()
            yield Path(copy.name)


# ---------------------------------------------------------------- progress

PROGRESS_SECONDS = 24 * 60 * 60


def report(run: ImportRun, done: int) -> None:
    """Tell the page how far it is, beside the transaction, which nobody sees before its end."""
    with suppress(RedisError):
        cache.set(_progress_key(run), done, PROGRESS_SECONDS)


def progress(run: ImportRun) -> int | None:
    """Rows done so far; None while no worker has begun."""
    with suppress(RedisError):
        return cache.get(_progress_key(run))
    return None


def _progress_key(run: ImportRun) -> str:
    moment: datetime | None = run.asked_at
    return f"import-progress-{run.pk}-{run.state}-{moment.timestamp() if moment else 0}"
