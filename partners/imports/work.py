"""What every step in the background shares: one worker at a time, whole or not at all, seen to move."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from common.background.long_work import perform as perform_row
from common.background.long_work import progress, report
from common.refusal import Refusal
from common.spreadsheets.table import UnreadableFile
from partners.models import ImportRun

__all__ = ["local_copy", "perform", "progress", "report", "wait_for_coalition"]

State = ImportRun.State
Step = Callable[[ImportRun], None]

# The first number of our advisory locks; the second is the id of the run or coalition.
RUN_LOCK, COALITION_LOCK = 7_201, 7_202


def perform(run_id: int, step: Step, *, state: str) -> None:
    """Do one step of a run that is in `state`: once, and whole or not at all.

    What an undo could not take back is still in, and the undo can be asked for again.
    """
    runs = ImportRun.objects.select_related("coalition", "asked_by")
    stopped_by = (UnreadableFile, Refusal)
    back = State.APPLIED if state == State.UNDOING else State.FAILED
    perform_row(
        runs, run_id, step, state=state, lock=RUN_LOCK, stopped_by=stopped_by, falls_back_to=back
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
