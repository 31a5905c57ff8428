"""What becomes of the rows of a run: gathered in a table of the transaction, written into them at the end.

One statement for all of them. A statement for each batch is planned by statistics that cannot know rows of
the same transaction: where they tell of an empty table, each batch is compared with every row of the file.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django.db import connection
from psycopg2.extras import Json

from common.database.loading import load_values
from partners.models import ImportRow

TABLES = """
DROP TABLE IF EXISTS import_outcome, import_found;
CREATE TEMP TABLE import_outcome (
    id bigint PRIMARY KEY, outcome text, organisation_id bigint, reason text, changes jsonb, notes jsonb,
    same_as int, seen text, decision text) ON COMMIT DROP;
CREATE TEMP TABLE import_found (id bigint PRIMARY KEY, organisation_id bigint) ON COMMIT DROP;
"""
OUTCOMES = """
UPDATE partners_importrow r SET outcome = v.outcome, organisation_id = v.organisation_id,
    reason = v.reason, changes = v.changes, notes = v.notes, same_as = v.same_as, seen = v.seen,
    decision = v.decision
FROM import_outcome v WHERE r.id = v.id
"""
FOUND = """
UPDATE partners_importrow r SET organisation_id = v.organisation_id FROM import_found v
WHERE r.id = v.id AND r.organisation_id IS DISTINCT FROM v.organisation_id
"""
OUTCOME = (
    "id",
    "outcome",
    "organisation_id",
    "reason",
    "changes",
    "notes",
    "same_as",
    "seen",
    "decision",
)


def begin() -> None:
    _do(TABLES)


def note_outcomes(rows: Iterable[tuple[ImportRow, str]]) -> None:
    """Each row as it has been judged, with what was decided about it."""
    told = (
        (
            row.pk,
            row.outcome,
            row.organisation_id,
            row.reason,
            Json(row.changes),
            Json(row.notes),
            row.same_as,
            row.seen,
            decision,
        )
        for row, decision in rows
    )
    load_values("import_outcome", OUTCOME, told)


def write_outcomes() -> None:
    _do(OUTCOMES)


def note_found(found: Collection[tuple[int, Any]]) -> None:
    """The id of each row with that of the partner that it became."""
    load_values("import_found", ("id", "organisation_id"), found)


def write_found() -> None:
    _do(FOUND)


def _do(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
