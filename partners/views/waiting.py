"""Work that a worker does while the page shows how far it is."""

import logging
from datetime import timedelta
from typing import Any

from celery import Task
from celery.exceptions import OperationalError
from django.utils import timezone

from common import work

log = logging.getLogger(__name__)
PATIENCE = timedelta(seconds=15)  # after which nobody seems to be at work


def send(task: Task, row: Any) -> None:
    """Without a broker the work waits; the timetable finds it, and the page says so."""
    try:
        task.delay(row.pk)
    except OperationalError:
        log.warning("%s %s waits: the broker is away", type(row).__name__, row.pk)


def how_far(row: Any) -> dict[str, Any]:
    """What a page of progress tells."""
    done = work.progress(row)
    waited = timezone.now() - row.asked_at if row.asked_at else timedelta()
    return {
        "done": done or 0,
        "is_waiting": done is None,
        "is_stuck": done is None and waited > PATIENCE,
    }
