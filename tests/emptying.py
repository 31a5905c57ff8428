"""After a test that committed, its rows go: only from tables that have some.

Django empties every table there is and announces migrations anew. With some hundreds of tables, nearly all of
them empty, that takes longer than most tests.
"""

import pgtrigger
from django.db import connection, transaction
from django.test import TransactionTestCase

# Written once, when the database is made, from what the code declares.
LASTING = frozenset({"django_migrations", "django_content_type", "auth_permission"})


def empty_tables(_case: TransactionTestCase) -> None:
    tables = sorted(set(connection.introspection.django_table_names()) - LASTING)
    # All in one transaction, at whose end the keys are checked; and none of it makes history.
    with pgtrigger.ignore(), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            " UNION ALL ".join(
                f"SELECT '{table}' WHERE EXISTS (SELECT FROM \"{table}\")" for table in tables
            )
        )
        for (table,) in cursor.fetchall():
            cursor.execute(f'DELETE FROM "{table}"')
