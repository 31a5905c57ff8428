"""A sample that is prepared once, and whose rows are put back for every other test that starts from it.

To prepare it takes seconds, to copy its rows a fraction of one, and they are the same rows. A test that asks
how it is prepared prepares its own.
"""

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from shutil import copy2, copytree

from django.conf import settings
from django.db import connection, transaction

from tests.emptying import ASK_NO_KEYS, filled_tables

ASK_KEYS_AGAIN = "SELECT set_config('session_replication_role', 'origin', true)"


@dataclass
class Kept:
    """Rows of every table, the stored files and the file of passwords, in a folder of their own."""

    folder: Path
    rows: dict[str, bytes] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not self.rows

    def take(self, sign_ins: Path) -> None:
        copytree(settings.MEDIA_ROOT, self.folder / "files")
        copy2(sign_ins, self.folder / sign_ins.name)
        with connection.cursor() as cursor:
            for table in filled_tables(cursor):
                cursor.copy_expert(f'COPY "{table}" TO STDOUT (FORMAT binary)', copy := BytesIO())
                self.rows[table] = copy.getvalue()

    def put_back(self, sign_ins: Path) -> bool:
        """False where the database lets nobody write rows without asking keys and triggers."""
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(ASK_NO_KEYS)
            if cursor.fetchone() is None:
                return False
            for table, rows in self.rows.items():
                cursor.copy_expert(f'COPY "{table}" FROM STDIN (FORMAT binary)', BytesIO(rows))
            cursor.execute(ASK_KEYS_AGAIN)
        copytree(self.folder / "files", settings.MEDIA_ROOT, dirs_exist_ok=True)
        copy2(self.folder / sign_ins.name, sign_ins)
        return True
