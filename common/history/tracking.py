"""History by database triggers: what changed, who did it, why, and from which page.

One *change* is everything that happened inside one `recording(...)`, or inside one request: its rows
share a context id, so that a page can show them as one entry and put them back together.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar
from uuid import UUID

import pghistory
from django.db import connection, models
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from pghistory import runtime

M = TypeVar("M", bound=type[models.Model])

# GET, HEAD and OPTIONS never write, so they need no context.
WRITING_METHODS = frozenset({"POST", "PUT", "PATCH", "DELETE"})
# Whether the change that is being made now has its name.
_is_named = ContextVar("is_named", default=False)


def tracked(*, exclude: list[str] | None = None) -> Callable[[M], M]:
    """Keep every version of every row of a model, including the last one before a deletion.

    A row's versions are found by the index over its id and the moment: the id has none of its own, which
    every write would have to keep besides.
    """
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=exclude,
        obj_field=pghistory.ObjForeignKey(related_name="events", db_index=False),
        meta={
            "indexes": [
                models.Index(fields=["pgh_obj_id", "pgh_created_at"]),
                models.Index(fields=["pgh_context_id"]),
            ]
        },
    )


@contextmanager
def recording(verb: str, *, by: models.Model | None = None, reason: str = "") -> Iterator[UUID]:
    """Name the change that the block makes: `recording("organisation.retired", by=ruth, reason=…)`.

    Yields the id of the change, by which `common.history.rewind.undo_change` can take it back. `verb` is
    noun.past_participle; the timeline has a sentence for each. Inside a request the words are added to
    its change. Inside an outer `recording` they are not: an operation that calls another stays one change,
    and is called what the outermost calls it.
    """
    if _is_named.get():
        with pghistory.context() as change:
            yield change.id
        return
    words: dict[str, object] = {"verb": verb}
    if by is not None and by.pk:
        words["person"] = by.pk
    if reason:
        words["reason"] = reason
    is_outermost = current_change() is None
    with _naming(), pghistory.context(**words) as change:
        yield change.id
    if is_outermost:
        _forget_change()


@contextmanager
def _naming() -> Iterator[None]:
    before = _is_named.set(True)
    try:
        yield
    finally:
        _is_named.reset(before)


def current_change() -> UUID | None:
    """The id of the change that is being made now, if any."""
    context = getattr(runtime._tracker, "value", None)  # noqa: SLF001 - there is no public way
    return context.id if context else None


def _forget_change() -> None:
    """The id is a variable of the transaction: what still follows in it is another change."""
    if connection.in_atomic_block and not connection.needs_rollback:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT set_config('pghistory.context_id', '', true),"
                " set_config('pghistory.context_metadata', '', true)"
            )


class HistoryMiddleware:
    """Every change made by a request knows the person and the page it came from.

    The page is told by its name, not by its address: an address may hold somebody's personal link.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in WRITING_METHODS:
            return self.get_response(request)
        with pghistory.context(person=request.user.pk, page=_name_of(request.path_info)):
            return self.get_response(request)


def _name_of(path: str) -> str:
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""
