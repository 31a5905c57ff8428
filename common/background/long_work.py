"""Long work in the background: one worker at a time, whole or not at all, seen to move.

It serves any model whose rows are pieces of work: with `state`, `problem`, `asked_by` (or nobody) and
`asked_at`. A row waits in a working state until a worker has done its step.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from django.core.cache import cache
from django.db import InterfaceError, OperationalError, connection, models, transaction
from django.utils import translation
from django.utils.translation import gettext as _

from common.refusal import Refusal

log = logging.getLogger(__name__)

Row = TypeVar("Row", bound=models.Model)
FAILED = "failed"
PROGRESS_SECONDS = 24 * 60 * 60


def perform(
    rows: "models.QuerySet[Row]",
    pk: int,
    step: Callable[[Row], None],
    *,
    state: str,
    lock: int,
    stopped_by: tuple[type[Exception], ...] = (Refusal,),
    falls_back_to: str = FAILED,
) -> None:
    """Do one step of a row that is in `state`, in one transaction.

    A second worker with the same task finds the row locked, or no longer in that state, and leaves. A
    worker that dies leaves nothing behind but the state, by which the step is found and done again.
    A problem that doing it again would not mend stops the row, with a sentence for people. `lock` is the
    first number of an advisory lock, one for each kind of work; the second is the row's id. A step that
    can be asked for again, such as an undo, `falls_back_to` the state from which it was asked for.
    """
    try:
        with transaction.atomic():
            row = _claimed(rows, pk, state=state, lock=lock)
            if row is not None:
                report(row, 0)
                with translation.override(_language(row)):
                    step(row)
    except stopped_by as problem:
        _stop(rows, pk, state=state, problem=str(problem), into=falls_back_to)
    except (OperationalError, InterfaceError):
        raise  # the database is away: the timetable asks again
    except Exception:
        log.exception("%s %s stopped while %s", rows.model.__name__, pk, state)
        _stop(rows, pk, state=state, problem=_sorry(falls_back_to), into=falls_back_to)


def _claimed(rows: "models.QuerySet[Row]", pk: int, *, state: str, lock: int) -> Row | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [lock, pk])
        if not cursor.fetchone()[0]:
            return None
    return rows.filter(pk=pk, state=state).first()


def _language(row: Any) -> str | None:
    return getattr(row.asked_by, "language", "") or translation.get_language()


def _sorry(state: str) -> str:
    if state == FAILED:
        return _("Something went wrong on our side. Nothing is written.")
    return _("Something went wrong on our side. Everything is as it was; please try again.")


def _stop(rows: models.QuerySet, pk: int, *, state: str, problem: str, into: str) -> None:
    rows.model._default_manager.filter(pk=pk, state=state).update(  # noqa: SLF001 - Django's own door
        state=into, problem=problem
    )


# ---------------------------------------------------------------- progress


class Progress(NamedTuple):
    """How much is done so far. `of` is told by work that goes in other steps than the row's own."""

    done: int
    of: int | None = None


def report(row: models.Model, done: int, *, of: int | None = None) -> None:
    """Tell the page how far it is, beside the transaction, which nobody sees before its end."""
    cache.set(_progress_key(row), (done, of), PROGRESS_SECONDS)


def progress(row: models.Model) -> Progress | None:
    """None while no worker has begun."""
    told = cache.get(_progress_key(row))
    return None if told is None else Progress(*told)


def _progress_key(row: Any) -> str:
    moment: datetime | None = row.asked_at
    asked = moment.timestamp() if moment else 0
    return f"how-far-{type(row).__name__}-{row.pk}-{row.state}-{asked}"
