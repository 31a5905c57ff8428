"""No index is kept that another one of its table serves: every write would pay for both."""

import pytest
from django.db import connection

OURS = (
    "accounts_",
    "common_",
    "partners_",
    "governance_",
    "goals_",
    "contributions_",
    "dashboard_",
)
# An index and one that begins with all its columns, in the same order and by the same rules. Of two that are
# alike, the one made later is the spare one. Unique, partial and computed ones do work of their own.
SERVED_BY_ANOTHER = """
WITH plain AS (
    SELECT i.indexrelid AS id, i.indrelid AS of_table, i.indisunique AS is_unique,
        i.indnkeyatts AS width, i.indkey::int2[] AS keys, i.indclass::oid[] AS classes,
        i.indoption::int2[] AS options, i.indcollation::oid[] AS collations, r.relname AS name,
        ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY k(number, place)
            JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number
            ORDER BY k.place) AS columns
    FROM pg_index i JOIN pg_class r ON r.oid = i.indexrelid JOIN pg_am m ON m.oid = r.relam
    WHERE r.relnamespace = 'public'::regnamespace AND m.amname = 'btree'
        AND i.indpred IS NULL AND i.indexprs IS NULL)
SELECT DISTINCT spare.of_table::regclass::text, array_to_string(spare.columns, ', ')
FROM plain spare JOIN plain other ON other.of_table = spare.of_table AND other.id <> spare.id
WHERE NOT spare.is_unique AND other.width >= spare.width
    AND (other.width > spare.width OR other.is_unique OR other.id < spare.id)
    AND other.keys[0:spare.width - 1] = spare.keys[0:spare.width - 1]
    AND other.classes[0:spare.width - 1] = spare.classes[0:spare.width - 1]
    AND other.options[0:spare.width - 1] = spare.options[0:spare.width - 1]
    AND other.collations[0:spare.width - 1] = spare.collations[0:spare.width - 1]
"""
# The key comes from the base that they share with others, which have no such constraint. Their rows are few
# and written by hand: one more line in each model would cost its readers more than the index costs anybody.
INHERITED = {
    ("partners_profileanswer", "organisation_id"),
    ("partners_profilerow", "organisation_id"),
    ("partners_stake", "organisation_id"),
    ("partners_verification", "organisation_id"),
    ("partners_valuestatement", "organisation_id"),
    ("partners_criterion", "call_id"),
    ("partners_outreach", "call_id"),
    ("partners_reviewer", "call_id"),
    ("partners_applicationanswer", "application_id"),
}


def spare_indexes() -> set[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(SERVED_BY_ANOTHER)
        return {(table, columns) for table, columns in cursor if table.startswith(OURS)}


@pytest.mark.django_db
def test_no_index_begins_another_one_of_its_table():
    assert spare_indexes() == INHERITED


@pytest.mark.django_db
@pytest.mark.parametrize("columns", ["said_at", "said_at, id"])
def test_a_spare_index_would_be_found(columns):
    with connection.cursor() as cursor:
        cursor.execute("CREATE INDEX spare ON partners_distinctpair (said_at)")
        cursor.execute(f"CREATE INDEX other ON partners_distinctpair ({columns})")

    assert ("partners_distinctpair", "said_at") in spare_indexes()


@pytest.mark.django_db
@pytest.mark.parametrize("columns", ["id, said_at", "said_at DESC, id"])
def test_one_that_serves_in_another_way_stays(columns):
    with connection.cursor() as cursor:
        cursor.execute("CREATE INDEX own ON partners_distinctpair (said_at)")
        cursor.execute(f"CREATE INDEX other ON partners_distinctpair ({columns})")

    assert ("partners_distinctpair", "said_at") not in spare_indexes()
