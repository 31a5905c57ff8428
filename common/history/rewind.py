"""Putting rows back from their history: undoing one change, or returning to a moment.

Both work on tables, not on rows: a fixed number of statements a model, whether one row goes back or
100,000. What they write is itself recorded, so that an undo can be undone.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, models, transaction

from common.database.sql_names import quoted, table_of
from common.history.event_tables import event_model

Model = type[models.Model]


@dataclass(frozen=True)
class Touched:
    """A row that a change wrote and that something else has written again since."""

    model: Model
    pk: int


@transaction.atomic
def undo_change(
    change_id: UUID,
    *,
    models: Iterable[Model],
    leaving: Mapping[Model, Collection[int]] | None = None,
    after_each: Callable[[int, int], None] | None = None,
) -> int:
    """Put every row that the change wrote back to how it was before; return how many rows that were.

    Created rows go, deleted rows return under their old ids, edited rows get their old values. Rows
    that were written again since are put back too: ask `changed_since` first, and name in `leaving`
    the ids of those that shall stay as they are. Order `models` from
    parents to children. `after_each` is told how many statements are done, and of how many.
    Raises IntegrityError when a row cannot go because others refer to it.
    """
    leaving = leaving or {}
    before = [_before_change(model, change_id, leaving.get(model, ())) for model in models]
    return _apply(before, after_each)


@transaction.atomic
def rewind(
    scope: Mapping[Model, Mapping[str, int]], *, to: datetime, keeping: Collection[str] = ()
) -> int:
    """Put all rows in scope back to how they stood at a moment; return how many rows were written.

    `scope` names, for each model from parents to children, the column values that tell which rows:
    `{Organisation: {"id": 17}, Contact: {"organisation_id": 17}}`. Columns named in `keeping` stay as they
    are today in every row that is still there.
    """
    then = [_at_moment(model, columns, to, keeping) for model, columns in scope.items()]
    return _apply(then)


def changed_since(change_id: UUID, *, models: Iterable[Model]) -> list[Touched]:
    """The rows of a change that a later change has written again, in one query a model."""
    touched = []
    for model in models:
        events = _events(model)
        with connection.cursor() as cursor:
            cursor.execute(
                f"""SELECT DISTINCT later.pgh_obj_id FROM {events} ours
                    JOIN {events} later ON later.pgh_obj_id = ours.pgh_obj_id
                        AND later.pgh_id > ours.pgh_id
                        AND later.pgh_context_id IS DISTINCT FROM ours.pgh_context_id
                    WHERE ours.pgh_context_id = %s ORDER BY 1""",
                [change_id],
            )
            touched += [Touched(model=model, pk=pk) for (pk,) in cursor.fetchall()]
    return touched


# ---------------------------------------------------------------- the two questions to history


@dataclass(frozen=True)
class _Goal:
    """Which rows of a model should stand how: a query for the events that hold their former state."""

    model: Model
    touched: str  # SELECT id: every row in question
    former: str  # SELECT event columns: the rows among them that stood, as they stood
    params: tuple[Any, ...]
    touched_params: tuple[Any, ...]
    keeping: frozenset[str] = frozenset()  # columns that stay as they are


def _before_change(model: Model, change_id: UUID, leaving: Collection[int]) -> _Goal:
    """A row's state before a change is its last event before the first one of the change."""
    events, columns = _events(model), ", ".join(_columns(model))
    return _Goal(
        model=model,
        touched=f"""SELECT DISTINCT pgh_obj_id FROM {events}
            WHERE pgh_context_id = %s AND pgh_obj_id <> ALL (%s::bigint[])""",
        former=f"""SELECT {columns} FROM (
            SELECT DISTINCT ON (e.pgh_obj_id) e.* FROM {events} e
            JOIN (SELECT pgh_obj_id, min(pgh_id) AS first FROM {events}
                  WHERE pgh_context_id = %s AND pgh_obj_id <> ALL (%s::bigint[]) GROUP BY 1) ours
              ON ours.pgh_obj_id = e.pgh_obj_id AND e.pgh_id < ours.first
            ORDER BY e.pgh_obj_id, e.pgh_id DESC) latest
            WHERE pgh_label <> 'delete'""",
        touched_params=(change_id, list(leaving)),
        params=(change_id, list(leaving)),
    )


def _at_moment(
    model: Model, scope: Mapping[str, int], moment: datetime, keeping: Collection[str]
) -> _Goal:
    """A row's state at a moment is its last event up to then, if that is still in scope."""
    events, columns = _events(model), ", ".join(_columns(model))
    where = " AND ".join(f"{quoted(column)} = %s" for column in scope)
    return _Goal(
        model=model,
        touched=f"SELECT id FROM {table_of(model)} WHERE {where}",
        former=f"""SELECT {columns} FROM (
            SELECT DISTINCT ON (pgh_obj_id) * FROM {events}
            WHERE pgh_obj_id IN (SELECT pgh_obj_id FROM {events} WHERE {where})
                AND pgh_created_at <= %s
            ORDER BY pgh_obj_id, pgh_id DESC) latest
            WHERE pgh_label <> 'delete' AND {where}""",
        touched_params=tuple(scope.values()),
        params=(*scope.values(), moment, *scope.values()),
        keeping=frozenset(map(quoted, keeping)),
    )


# ---------------------------------------------------------------- writing


def _apply(goals: list[_Goal], after_each: Callable[[int, int], None] | None = None) -> int:
    """Children go before parents, parents return before children."""
    steps = [(_delete, goal) for goal in reversed(goals)] + [(_put_back, goal) for goal in goals]
    rows = 0
    for done, (step, goal) in enumerate(steps, start=1):
        rows += step(goal)
        if after_each:
            after_each(done, len(steps))
    return rows


def _delete(goal: _Goal) -> int:
    table = table_of(goal.model)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""DELETE FROM {table} WHERE id IN ({goal.touched})
                AND id NOT IN (SELECT id FROM ({goal.former}) former)""",
            [*goal.touched_params, *goal.params],
        )
        return cursor.rowcount


def _put_back(goal: _Goal) -> int:
    table, columns = table_of(goal.model), _columns(goal.model)
    names = [name for name in columns if name not in goal.keeping]
    differs = " OR ".join(f"{table}.{name} IS DISTINCT FROM excluded.{name}" for name in names)
    values = ", ".join(f"{name} = excluded.{name}" for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""INSERT INTO {table} ({", ".join(columns)}) {goal.former}
                ON CONFLICT (id) DO UPDATE SET {values} WHERE {differs}""",
            goal.params,
        )
        return cursor.rowcount


# ---------------------------------------------------------------- names in SQL


def _events(model: Model) -> str:
    return table_of(event_model(model))


def _columns(model: Model) -> list[str]:
    """The columns that history holds: all of the event's own that are not about the event."""
    fields = event_model(model)._meta.concrete_fields
    columns = [str(field.column) for field in fields]
    own = [column for column in columns if not column.startswith("pgh_")]
    return [quoted(column) for column in own]
