"""One task for all coalitions would take as long as all of them together: batches run side by side."""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from django.db import InterfaceError, OperationalError

log = logging.getLogger(__name__)
BATCH = 50  # ids that one worker takes on


def fan_out(task: Any, ids: Iterable[int], *, size: int = BATCH) -> None:
    """Give every batch of ids to a worker; where there is one batch only, it is done here.

    A batch that is lost on the way is done when the timetable asks again.
    """
    every = list(ids)
    if len(every) <= size:
        task(every)
        return
    for start in range(0, len(every), size):
        task.delay(every[start : start + size])


def each(ids: Iterable[int], work: Callable[[int], object]) -> None:
    """What goes wrong with one keeps the others from nothing; it is logged, and tried again next time."""
    for pk in ids:
        try:
            work(pk)
        except (OperationalError, InterfaceError):
            raise  # the database is away, for all of them
        except Exception:
            log.exception("coalition %s is left for the next time", pk)
