"""Work that a worker does while the page shows how far it is."""

import logging
from datetime import datetime, timedelta
from typing import Any

from celery import Task
from celery.exceptions import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django_htmx.http import HttpResponseClientRedirect

from common.background import long_work

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
    told = long_work.progress(row)
    done, total = (told.done, told.of or row.total) if told else (0, row.total)
    return {
        "done": done,
        "total": total,
        "is_at_its_end": done >= total > 0,
        **waits(told, since=row.asked_at),
    }


def waits(done: object, *, since: datetime | None) -> dict[str, bool]:
    """Whether nobody has begun yet, and whether that is longer than it should be."""
    waited = timezone.now() - since if since else timedelta()
    return {"is_waiting": done is None, "is_stuck": done is None and waited > PATIENCE}


def go_on(request: HttpRequest, address: str) -> HttpResponse:
    """The work is done: the page that asked how far it is leaves for another."""
    is_piece = bool(request.htmx)  # type: ignore[attr-defined]
    return HttpResponseClientRedirect(address) if is_piece else redirect(address)
