"""After a test that committed, its rows go: only from tables that have some.

Django empties every table there is and announces migrations anew. With some hundreds of tables, nearly all of
them empty, that takes longer than most tests.
"""

import pgtrigger
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from django.test import TransactionTestCase

# Written once, when the database is made, from what the code declares.
LASTING = frozenset({"django_migrations", "django_content_type", "auth_permission"})


# No key is asked about a row of a table that is emptied like all the others. Our own cluster for tests lets
# us say so; where we may not, the keys are asked.
ASK_NO_KEYS = """SELECT set_config('session_replication_role', 'replica', true)
    WHERE has_parameter_privilege('session_replication_role', 'SET')"""


def empty_tables(_case: TransactionTestCase) -> None:
    with pgtrigger.ignore(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ASK_NO_KEYS)
        for table in filled_tables(cursor):
            cursor.execute(f'DELETE FROM "{table}"')


def filled_tables(cursor: CursorWrapper) -> list[str]:
    """All that hold a row but the lasting ones."""
    tables = sorted(set(connection.introspection.django_table_names()) - LASTING)
    cursor.execute(
        " UNION ALL ".join(
            f"SELECT '{table}' WHERE EXISTS (SELECT FROM \"{table}\")" for table in tables
        )
    )
    return [table for (table,) in cursor.fetchall()]
