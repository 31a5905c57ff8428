"""What history holds on one organisation and all its parts, read in one query each."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection, models

from partners.models import (
    Address,
    Alias,
    Classification,
    Contact,
    ExternalIdentifier,
    Organisation,
    Phone,
    Representation,
)

# From parents to children, as common.rewind wants them.
PROFILE: tuple[type[models.Model], ...] = (
    Organisation,
    Alias,
    ExternalIdentifier,
    Phone,
    Address,
    Contact,
    Classification,
)
# Who may sign in belongs to what happened, but not to the profile: putting back restores no access.
TOLD = (*PROFILE, Representation)


@dataclass(frozen=True)
class Change:
    """Everything that was written together. `key` is the context's id, or a name for a lone statement."""

    key: str
    at: datetime


@dataclass(frozen=True)
class Changes:
    shown: list[Change]
    total: int


@dataclass(frozen=True)
class Step:
    """What one change did to one row: `before` is empty for a new row, `after` for a row that went."""

    model: type[models.Model]
    change: str
    context: dict[str, Any]
    before: dict[str, Any] | None
    after: dict[str, Any] | None


def scope_of(organisation: int) -> dict[type[models.Model], dict[str, int]]:
    """The rows of a profile, as common.rewind.rewind wants them."""
    return {model: {organisation_column(model): organisation} for model in PROFILE}


def organisation_column(model: type[models.Model]) -> str:
    return "id" if model is Organisation else "organisation_id"


def changes_of(organisation: int, *, first: int, last: int) -> Changes:
    """The changes from number `first` up to but without `last`, the latest is number 0."""
    events = " UNION ALL ".join(
        f"SELECT {_key(model)} AS key, pgh_created_at, pgh_id FROM {_events(model)} "
        f"WHERE {organisation_column(model)} = %s"
        for model in TOLD
    )
    sql = f"""SELECT key, max(pgh_created_at), count(*) OVER () FROM ({events}) e
        GROUP BY key ORDER BY max(pgh_created_at) DESC, max(pgh_id) DESC LIMIT %s OFFSET %s"""
    found = _rows(sql, [organisation] * len(TOLD) + [last - first, first])
    return Changes(
        shown=[Change(key=key, at=at) for key, at, _total in found],
        total=found[0][2] if found else 0,
    )


def steps_of(organisation: int, *, changes: list[Change]) -> list[Step]:
    """What those changes did to each row. A row written twice in one change is one step."""
    keys = [change.key for change in changes]
    sql = " UNION ALL ".join(
        f"""SELECT %s, {_key(model)}, pgh_id, pgh_label, pgh_context, to_jsonb(e),
            (SELECT to_jsonb(earlier) FROM {_events(model)} earlier
             WHERE earlier.pgh_obj_id = e.pgh_obj_id AND earlier.pgh_id < e.pgh_id
             ORDER BY earlier.pgh_id DESC LIMIT 1)
            FROM {_events(model)} e WHERE {organisation_column(model)} = %s AND {_key(model)} = ANY (%s)"""
        for model in TOLD
    )
    parameters = [value for number in range(len(TOLD)) for value in (number, organisation, keys)]
    found: dict[tuple[int, str, int], Step] = {}
    for number, key, _id, label, context, row, earlier in _rows(f"{sql} ORDER BY 1, 3", parameters):
        place = (number, key, row["pgh_obj_id"])
        first = found.get(place)
        found[place] = Step(
            model=TOLD[number],
            change=key,
            context=context or {},
            before=first.before if first else _stood(label, row, earlier),
            after=None if label == "delete" else row,
        )
    return list(found.values())


def rows_at(organisation: int, *, at: datetime) -> dict[type[models.Model], list[dict[str, Any]]]:
    """The rows of the profile as they stood at a moment, without those that were gone by then."""
    sql = " UNION ALL ".join(
        f"""(SELECT DISTINCT ON (pgh_obj_id) %s, pgh_label, to_jsonb(e) FROM {_events(model)} e
            WHERE {organisation_column(model)} = %s AND pgh_created_at <= %s
            ORDER BY pgh_obj_id, pgh_id DESC)"""
        for model in PROFILE
    )
    parameters = [value for number in range(len(PROFILE)) for value in (number, organisation, at)]
    stood: dict[type[models.Model], list[dict[str, Any]]] = {model: [] for model in PROFILE}
    for number, label, row in _rows(sql, parameters):
        if label != "delete":
            stood[PROFILE[number]].append(row)
    return stood


def _stood(
    label: str, row: dict[str, Any], earlier: dict[str, Any] | None
) -> dict[str, Any] | None:
    """The row before its event. What a deletion records is the row that went."""
    if label == "delete":
        return row
    was_gone = earlier is None or earlier["pgh_label"] == "delete"
    return None if label == "insert" or was_gone else earlier


def _key(model: type[models.Model]) -> str:
    return f"coalesce(pgh_context_id::text, '{model._meta.model_name} ' || pgh_id)"


def _events(model: type[models.Model]) -> str:
    event_model = next(iter(model.pgh_event_models.values()))  # type: ignore[attr-defined]
    return connection.ops.quote_name(event_model._meta.db_table)


def _rows(sql: str, parameters: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()
