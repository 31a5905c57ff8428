"""A record is locked while a form over it is judged, and its history tells who changed it meanwhile."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth import get_user_model
from django.db import connection, models, transaction
from psycopg2 import sql

from common.history.event_tables import event_model

# The columns that tell which rows make up a record, as in common.history.rewind: a model and, for it, the
# values of the columns by which its rows are found,
# `{Organisation: {"id": 17}, Alias: {"organisation_id": 17}}`.
Record = Mapping[type[models.Model], Mapping[str, int]]

# The clocks of the database and of the web server may differ by a little; this only tells, never judges.
SLACK = timedelta(seconds=2)


@contextmanager
def held(rows: models.QuerySet, *, pk: int) -> Iterator[None]:
    """Nobody else saves a form over this record until the block ends; whoever waits sees what it wrote.

    Comparing and writing must not have a moment between them, so the lock comes before the reading.
    """
    with transaction.atomic():
        row = rows.filter(pk=pk).select_related(None).order_by().only("pk")
        row.select_for_update(of=("self",)).first()
        yield


@dataclass(frozen=True)
class Editor:
    """Who changed a record, and when last."""

    name: str
    at: datetime


def changed_by(record: Record, *, since: datetime) -> list[Editor]:
    """Everybody who changed the record after a moment, the latest first, in two queries.

    History dates a change by the beginning of its transaction. One that began before the moment and
    ended after it may be the only one there is: then whoever changed the record last is named.
    """
    statements = [
        sql.SQL(
            "SELECT (pgh_context->>'person')::bigint AS person, pgh_created_at AS at FROM {} WHERE {}"
        ).format(_events(model), _conditions(columns))
        for model, columns in record.items()
    ]
    question = sql.SQL(
        "SELECT person, max(at) FROM ({}) changes WHERE person IS NOT NULL"
        " GROUP BY person ORDER BY 2 DESC"
    ).format(sql.SQL(" UNION ALL ").join(statements))
    with connection.cursor() as cursor:
        cursor.execute(question.as_string(cursor.connection))
        everybody = cursor.fetchall()
    rows = [row for row in everybody if row[1] >= since - SLACK] or everybody[:1]
    people = get_user_model().objects.in_bulk([person for person, _at in rows])
    return [Editor(str(people[person]), at) for person, at in rows if person in people]


def _events(model: type[models.Model]) -> sql.Identifier:
    return sql.Identifier(event_model(model)._meta.db_table)  # noqa: SLF001 - Django's own door


def _conditions(columns: Mapping[str, int]) -> sql.Composable:
    return sql.SQL(" AND ").join(
        sql.SQL("{} = {}").format(
            sql.Identifier("pgh_obj_id" if column == "id" else column), sql.Literal(value)
        )
        for column, value in columns.items()
    )
