"""Everything that hangs on some organisations now, row by row, in one query."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection
from psycopg2 import sql

from partners.models import Organisation
from partners.reports.history.events import State
from partners.reports.history.story_tables import TRACKED, Model

PARTS = tuple(model for model in TRACKED if model is not Organisation)


@dataclass(frozen=True)
class Part:
    model: Model
    pk: int
    organisation: int
    state: State


def parts_of(organisations: Iterable[Organisation]) -> list[Part]:
    """In the order in which pages tell of them; those of the organisations in the order given."""
    ids = [one.pk for one in organisations]
    tables = [
        sql.SQL(
            "SELECT {rank} AS rank, id, organisation_id AS owner, to_jsonb(t)::text AS state FROM {table} t"
            " WHERE organisation_id = ANY (%(ids)s)"
        ).format(rank=sql.Literal(rank), table=sql.Identifier(model._meta.db_table))  # noqa: SLF001
        for rank, model in enumerate(PARTS)
    ]
    question = sql.SQL("SELECT * FROM ({}) told ORDER BY rank, array_position(%(ids)s, owner), id")
    with connection.cursor() as cursor:
        text = question.format(sql.SQL(" UNION ALL ").join(tables)).as_string(cursor.connection)
        cursor.execute(text, {"ids": ids})
        return [
            Part(PARTS[rank], pk, owner, json.loads(state))
            for rank, pk, owner, state in cursor.fetchall()
        ]
