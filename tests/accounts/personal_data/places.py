"""Where in the database a word stands."""

from datetime import UTC, datetime

from django.db import connection
from django.test import Client

PASSWORD = "correct horse battery"
NOW = datetime(2026, 5, 12, 15, 0, tzinfo=UTC)
ADDRESS, NAME = "ana.dunn@people.example", "Ana Dunn-Okafor"


def places_of(words: str) -> list[str]:
    """Every table and column of the database in which the words stand, whoever owns the table."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = 'public' ORDER BY 1, 2"
        )
        for table, column in cursor.fetchall():
            cursor.execute(
                f'SELECT count(*) FROM "{table}" WHERE "{column}"::text ILIKE %s', [f"%{words}%"]
            )
            if cursor.fetchone()[0]:
                found.append(f"{table}.{column}")
    return found


def confirmed(client: Client, address: str, **data):
    """Open a page that asks for the password first."""
    asked = client.get(address)
    client.post(asked["Location"], {"password": PASSWORD})
    return client.post(address, data) if data else client.get(address)
