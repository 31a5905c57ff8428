"""An organisation's history as the triggers wrote it: one statement over all its tables of events."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg2 import sql

from common.database.plans import Kept
from common.history.event_tables import event_model
from partners.models import Organisation
from partners.reports.history.story_tables import (
    ASIDE,
    OF_TWO,
    TRACKED,
    Model,
    everything_told,
    further,
)

State = Mapping[str, Any]  # the columns of a row as JSON holds them: dates are text


@dataclass(frozen=True)
class Effect:
    """What a change did to one row. `before` is None for a row it made, `after` for one it removed."""

    model: Model
    pk: int
    before: State | None
    after: State | None


@dataclass(frozen=True)
class Change:
    """What one action wrote about one organisation. Without an id nobody said what wrote it.

    A change may take several transactions: `began_at` is the first, `moment` the last of them.
    """

    id: UUID | None
    began_at: datetime
    moment: datetime
    context: Mapping[str, Any]
    effects: tuple[Effect, ...]

    @property
    def is_the_first(self) -> bool:
        """Whether there was no organisation before it."""
        return any(row.model is Organisation and row.before is None for row in self.effects)

    @property
    def is_about_two(self) -> bool:
        """Whether it says nothing of the organisation alone, so that its profile stood the same before."""
        return bool(self.effects) and all(row.model in OF_TWO for row in self.effects)

    @property
    def is_aside(self) -> bool:
        """Whether it wrote nothing of the profile, so that it is taken back alone."""
        aside = (*ASIDE, *further())
        return bool(self.effects) and all(row.model in aside for row in self.effects)


@dataclass(frozen=True)
class Stretch:
    """Changes from newest to oldest; `total` counts those that were not loaded too."""

    changes: tuple[Change, ...] = ()
    total: int = 0
    began_at: datetime | None = None


def changes_of(
    organisation: Organisation,
    *,
    before: datetime | None = None,
    only: UUID | None = None,
    limit: int,
) -> Stretch:
    """The newest changes before a moment, or one alone, in one statement.

    Changes of the same moment stay together, so `limit` may be exceeded by those.
    """
    rows = list(
        _ask(
            CHANGES,
            organisation,
            models=everything_told(),
            before=before,
            only=str(only) if only else None,
            limit=limit,
        )
    )
    if not rows:
        return Stretch()
    grouped = groupby(rows, key=lambda row: row["change"])
    return Stretch(
        changes=tuple(_change(list(members)) for _key, members in grouped),
        total=rows[0]["total"],
        began_at=rows[0]["since"],
    )


def standing(
    organisation: Organisation, *, at: datetime | None = None
) -> list[tuple[Model, int, State]]:
    """Every row of the organisation as it stood at a moment, or as it stands now."""
    rows = _ask(STANDING, organisation, models=TRACKED, at=at)
    return [(TRACKED[row["rank"]], row["pk"], json.loads(row["state"])) for row in rows]


def others_touched(organisation: Organisation, *, change_id: UUID) -> bool:
    """Whether the change wrote organisations besides this one, or parts of them.

    What stands between two belongs to both, and is taken back from either.
    """
    tables = [
        sql.SQL(
            "SELECT 1 FROM {table} WHERE pgh_context_id = %(change)s AND {key} <> %(ours)s"
        ).format(table=_event_table(model), key=_key(model))
        for model in everything_told()
        if model not in OF_TWO
    ]
    question = sql.SQL("SELECT EXISTS ({})").format(sql.SQL(" UNION ALL ").join(tables))
    with connection.cursor() as cursor:
        text = question.as_string(cursor.connection)
        cursor.execute(text, {"change": change_id, "ours": organisation.pk})
        return cursor.fetchone()[0]


def _change(rows: list[dict[str, Any]]) -> Change:
    contexts = [json.loads(row["context"]) for row in rows if row["context"]]
    named = [context for context in contexts if context.get("verb")]
    return Change(
        id=rows[0]["context_id"],
        began_at=rows[0]["began_at"],
        moment=rows[0]["ended_at"],
        context=(named or contexts or [{}])[0],
        effects=tuple(_effects(rows)),
    )


def _effects(rows: Iterable[dict[str, Any]]) -> Iterator[Effect]:
    """A row that a change wrote several times counts once: as it was first, as it was last."""
    told = everything_told()
    for (rank, pk), group in groupby(rows, key=lambda row: (row["rank"], row["pk"])):
        events = list(group)
        first, last = events[0], events[-1]
        is_new = first["former_label"] in (None, "delete")
        before = None if is_new else json.loads(first["former"])
        after = None if last["label"] == "delete" else json.loads(last["state"])
        if before != after:
            yield Effect(model=told[rank], pk=pk, before=before, after=after)


# ---------------------------------------------------------------- SQL

EVENTS_OF_ORGANISATION = """
    SELECT {rank} AS rank, pgh_id AS event, pgh_obj_id AS pk, pgh_label AS label, true AS is_here,
        pgh_created_at AS moment, pgh_context_id AS context_id, pgh_context AS context,
        to_jsonb(e) - {about_the_event} AS state
    FROM {table} e WHERE {key} = %(organisation)s"""

EVENTS_OF_PART = """
    SELECT {rank}, pgh_id, pgh_obj_id, pgh_label, {is_ours}, pgh_created_at, pgh_context_id, pgh_context,
        to_jsonb(e) - {about_the_event} || {more}
    FROM {table} e WHERE pgh_obj_id IN (SELECT pgh_obj_id FROM {table} WHERE {is_ours})"""
# A row may belong to one organisation first and, after a merge, to another: it comes and goes.
EVENTS_HERE = """
    SELECT rank, event, pk, CASE WHEN is_here THEN label ELSE 'delete' END AS label,
        moment, context_id, context, state
    FROM (
        SELECT *, lag(is_here) OVER (PARTITION BY rank, pk ORDER BY event) AS was_here
        FROM ({events}) written) seen
    WHERE is_here OR was_here"""
# Of a pair the row has both; the story of one is about the other.
IS_ONE_OF_PAIR = "(first_id = %(organisation)s OR second_id = %(organisation)s)"
OTHER_OF_PAIR = """jsonb_build_object('other_id', first_id + second_id - %(organisation)s,
    'is_first', first_id = %(organisation)s)"""

CHANGES = """
    WITH events AS ({events}),
    told AS (
        SELECT *, coalesce(context_id::text, moment::text) AS change,
            lag(state) OVER same AS former, lag(label) OVER same AS former_label
        FROM events WINDOW same AS (PARTITION BY rank, pk ORDER BY event)),
    changes AS (
        SELECT change, min(moment) AS began_at, max(moment) AS ended_at, max(event) AS latest
        FROM told GROUP BY change),
    page AS (
        SELECT *, count(*) OVER () AS total, min(began_at) OVER () AS since FROM changes
        WHERE (%(before)s::timestamptz IS NULL OR ended_at < %(before)s)
            AND (%(only)s::text IS NULL OR change = %(only)s)
        ORDER BY ended_at DESC FETCH FIRST %(limit)s ROWS WITH TIES)
    SELECT * FROM page JOIN told USING (change)
    ORDER BY ended_at DESC, latest DESC, change, rank, pk, event"""

STANDING = """
    SELECT rank, pk, state FROM (
        SELECT DISTINCT ON (rank, pk) * FROM ({events}) events
        WHERE %(at)s::timestamptz IS NULL OR moment <= %(at)s
        ORDER BY rank, pk, event DESC) latest
    WHERE label <> 'delete' ORDER BY rank, pk"""


def _ask(
    question: str, organisation: Organisation, *, models: tuple[Model, ...], **params: Any
) -> Iterator[dict[str, Any]]:
    told = {"organisation": organisation.pk, **params}
    with connection.cursor() as cursor:
        cursor.execute(*_kept(question, models).asked_with(told, connection))
        names = [column.name for column in cursor.description]
        rows = cursor.fetchall()
    return (dict(zip(names, row, strict=True)) for row in rows)


@cache
def _kept(question: str, models: tuple[Model, ...]) -> Kept:
    """Written and planned once: it names all columns of every table of the story."""
    tables = [_events_of(model, rank=rank) for rank, model in enumerate(models)]
    events = sql.SQL(EVENTS_HERE).format(events=sql.SQL(" UNION ALL ").join(tables))
    statement = sql.SQL(question).format(events=events)
    with connection.cursor() as cursor:
        return Kept.named(statement.as_string(cursor.connection))


def _events_of(model: Model, *, rank: int) -> sql.Composable:
    fields = [str(field.column) for field in event_model(model)._meta.concrete_fields]  # noqa: SLF001 - Django's own door
    about = [sql.Literal(name) for name in fields if name.startswith("pgh_")]
    own = sql.SQL("ARRAY[{}]").format(sql.SQL(", ").join(about))
    events = EVENTS_OF_ORGANISATION if model is Organisation else EVENTS_OF_PART
    return sql.SQL(events).format(
        rank=sql.Literal(rank),
        about_the_event=own,
        table=_event_table(model),
        key=_key(model),
        is_ours=_is_ours(model),
        more=sql.SQL(OTHER_OF_PAIR if model in OF_TWO else "'{}'::jsonb"),
    )


def _is_ours(model: Model) -> sql.Composable:
    if model in OF_TWO:
        return sql.SQL(IS_ONE_OF_PAIR)
    return sql.SQL("{} = %(organisation)s").format(_key(model))


def _key(model: Model) -> sql.Identifier:
    """The column of its events that names the organisation."""
    return sql.Identifier("pgh_obj_id" if model is Organisation else "organisation_id")


def _event_table(model: Model) -> sql.Identifier:
    return sql.Identifier(event_model(model)._meta.db_table)  # noqa: SLF001 - Django's own door
