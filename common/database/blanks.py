"""Places in a statement that are filled in each time it is asked."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import models
from django.db.models.sql.compiler import SQLCompiler
from psycopg2.extensions import adapt


class Blank(models.Expression):
    """A place in a prepared question that each asking fills."""

    def __init__(self, name: str, output_field: models.Field | None = None) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, _compiler: SQLCompiler, _connection: Any) -> Any:
        return "%s", [self]


Day = date | Blank


def values(several: Iterable[Any]) -> Any:
    """For `__in`: several values as a list, or the blank that will hold them."""
    return several if isinstance(several, Blank) else list(several)


def filled(parameters: Iterable[Any], told: Mapping[str, Any]) -> tuple[Any, ...]:
    """The parameters of a statement with a value in each blank."""
    return tuple(
        _as_parameter(told[each.name]) if isinstance(each, Blank) else each for each in parameters
    )


class Blanks(dict[str, Blank]):
    """A blank for every name that is asked for."""

    def __missing__(self, name: str) -> Blank:
        return self.setdefault(name, Blank(name))


def is_several(value: Any) -> bool:
    return isinstance(value, list | tuple | set | frozenset)


def _as_parameter(value: Any) -> Any:
    return _Several(value) if is_several(value) else value


class _Several:
    """The values of a list as they stand between the brackets of IN; an empty list finds nothing."""

    def __init__(self, values: Iterable[Any]) -> None:
        self.values = [adapt(value) for value in values]

    def __conform__(self, _protocol: Any) -> "_Several":
        return self

    def prepare(self, connection: Any) -> None:
        for value in self.values:
            if hasattr(value, "prepare"):
                value.prepare(connection)

    def getquoted(self) -> bytes:
        return b", ".join(value.getquoted() for value in self.values) or b"NULL"
