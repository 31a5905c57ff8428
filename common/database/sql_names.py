"""Names of tables and columns as they stand in a statement: ours only, never what somebody typed."""

from django.db import connection, models


def quoted(name: str | None) -> str:
    return connection.ops.quote_name(str(name))


def table_of(model: type[models.Model]) -> str:
    return quoted(model._meta.db_table)  # noqa: SLF001 - Django's own door
