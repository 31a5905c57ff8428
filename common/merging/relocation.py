"""Rows that change their parent, are set aside with all they tell, and return exactly: a table at a time.

Kept rows are the text of a JSON object, column by column, as PostgreSQL writes it: nothing is rounded.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models
from django.db.models.expressions import DatabaseDefault

from common.database.sql_names import quoted, table_of

Model = type[models.Model]


def repoint(model: Model, column: str, *, to: Mapping[str, str], only_from: str = "") -> list[str]:
    """Let rows, by id, point at the row given for each; with `only_from` those that point there now.

    Return the ids of those that do now.
    """
    if not to:
        return []
    name, kind = quoted(column), _column_type(model, column)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""UPDATE {table_of(model)} t SET {name} = m.parent::{kind}
                FROM unnest(%s::text[], %s::text[]) m(pk, parent)
                WHERE t.{_pk(model)} = m.pk::{_pk_type(model)}
                    AND (%s = '' OR t.{name}::text = %s)
                RETURNING t.{_pk(model)}::text""",
            [list(to), list(to.values()), only_from, only_from],
        )
        return [pk for (pk,) in cursor.fetchall()]


def kept(model: Model, pks: Sequence[str]) -> dict[str, str]:
    """The rows with all their columns, as text from which `restore` makes them again."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {_pk(model)}::text, to_jsonb(t)::text FROM {table_of(model)} t WHERE {_chosen(model)}",
            [list(pks)],
        )
        return dict(cursor.fetchall())


def remove(model: Model, pks: Sequence[str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table_of(model)} t WHERE {_chosen(model)}", [list(pks)])


def remove_unchanged(model: Model, rows: Iterable[str]) -> list[str]:
    """Remove kept rows that stand exactly so, and return their ids; what was written into since stays."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"""DELETE FROM {table_of(model)} t USING unnest(%s::text[]) k(kept)
                WHERE to_jsonb(t) = k.kept::jsonb RETURNING t.{_pk(model)}::text""",
            [list(rows)],
        )
        return [pk for (pk,) in cursor.fetchall()]


def restore(model: Model, rows: Sequence[str], **changed: str) -> None:
    """Write kept rows again, under their old ids; `changed` gives columns another value.

    Rows that name something that is gone, or that somebody has told again, do not come back. Columns that
    the table has got since take their default.
    """
    columns = ", ".join(quoted(one.column) for one in _own(model))
    told = ", ".join(f"r.{quoted(one.column)}" for one in _own(model))
    with connection.cursor() as cursor:
        cursor.execute(
            f"""INSERT INTO {table_of(model)} ({columns}) SELECT {told}
                FROM unnest(%s::text[]) WITH ORDINALITY k(kept, place),
                    jsonb_populate_record(NULL::{table_of(model)},
                        %s::jsonb || k.kept::jsonb || %s::jsonb) r
                WHERE {" AND ".join(["true", *_standing(model)])} ORDER BY k.place
                ON CONFLICT DO NOTHING""",
            [list(rows), _defaults(model), json.dumps(changed)],
        )


def overwrite(model: Model, pk: int, values: Mapping[str, Any]) -> None:
    """Give columns of one row values as a kept row tells them."""
    if not values:
        return
    told = ", ".join(f"{quoted(column)} = r.{quoted(column)}" for column in values)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""UPDATE {table_of(model)} t SET {told}
                FROM jsonb_populate_record(NULL::{table_of(model)}, %s::jsonb) r
                WHERE t.{_pk(model)} = %s""",
            [json.dumps(values), pk],
        )


def overwrite_each(model: Model, values: Mapping[str, Mapping[str, Any]]) -> None:
    """Give columns of rows, by id, values as kept rows tell them; a column not named stays as it is."""
    columns = sorted({column for told in values.values() for column in told})
    if not columns:
        return
    written = ", ".join(f"{quoted(column)} = r.{quoted(column)}" for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""UPDATE {table_of(model)} t SET {written}
                FROM (SELECT (jsonb_populate_record(o, m.told::jsonb)).* FROM {table_of(model)} o
                    JOIN unnest(%s::text[], %s::text[]) m(pk, told)
                        ON o.{_pk(model)} = m.pk::{_pk_type(model)}) r
                WHERE t.{_pk(model)} = r.{_pk(model)}""",
            [list(values), [json.dumps(told) for told in values.values()]],
        )


def fingerprints(model: Model, pks: Sequence[int], *, pointers: Iterable[Any]) -> dict[int, str]:
    """For each row what it and all that points at it comes to, as one short text: any edit shows in it."""
    own = f"SELECT {_pk(model)} AS parent, to_jsonb(t)::text AS told FROM {table_of(model)} t"
    parts = [f"{own} WHERE {_pk(model)} = ANY (%s)"]
    for pointer in pointers:
        column = quoted(pointer.key.column)
        parts.append(
            f"SELECT {column}, to_jsonb(t)::text FROM {table_of(pointer.model)} t WHERE {column} = ANY (%s)"
        )
    with connection.cursor() as cursor:
        cursor.execute(
            f"""SELECT parent, md5(string_agg(told, chr(10) ORDER BY told))
                FROM ({" UNION ALL ".join(parts)}) told GROUP BY parent""",
            [list(pks)] * len(parts),
        )
        return dict(cursor.fetchall())


# ---------------------------------------------------------------- names in SQL


def _own(model: Model) -> list[Any]:
    return [one for one in model._meta.concrete_fields if not one.generated]


def _standing(model: Model) -> list[str]:
    """Whatever a row names must be there."""
    return [
        f"""(r.{quoted(one.column)} IS NULL OR EXISTS (SELECT 1 FROM {table_of(one.related_model)} o
            WHERE o.{quoted(one.target_field.column)} = r.{quoted(one.column)}))"""
        for one in _own(model)
        if one.is_relation and one.related_model is not model
    ]


def _defaults(model: Model) -> str:
    told = {one.column: _default(one) for one in _own(model) if not one.primary_key}
    return json.dumps(
        {column: value for column, value in told.items() if value is not None},
        cls=DjangoJSONEncoder,
    )


def _default(one: Any) -> Any:
    """What Django would write; of a default that the database holds, the value that it stands for."""
    told = one.get_default()
    if not isinstance(told, DatabaseDefault):
        return told
    held: Any = told
    return getattr(held.expression, "value", None)


def _chosen(model: Model) -> str:
    return f"t.{_pk(model)} = ANY (%s::text[]::{_pk_type(model)}[])"


def _column_type(model: Model, column: str) -> str:
    found = next(one for one in model._meta.concrete_fields if one.column == column)
    return str(found.db_type(connection))


def _pk(model: Model) -> str:
    return quoted(model._meta.pk.column)


def _pk_type(model: Model) -> str:
    return str(model._meta.pk.rel_db_type(connection))
