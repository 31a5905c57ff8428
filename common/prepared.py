"""Questions that the ORM writes once: each asking only fills in its values.

Of a page's time a good part goes into writing the same SQL from the same querysets, over and over. So a
page that is opened all day prepares what it asks:

    @prepared
    def newest(limit, *, coalition):
        return Organisation.objects.of_coalition(coalition).order_by("-created_at")[:limit]

    newest.ask(5, coalition=17)

What stands first are plain values that shape the statement, one text for each; what is named is filled in
anew each time. The function is given a `Blank` for each name, which may stand in a queryset wherever an
expression may, and, filled with a list, behind `__in`. It must not look at a blank: there is nothing in it.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections, models
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler
from psycopg2.extensions import adapt


# So many shapes of one question a process keeps; who asks for more writes them again.
MOST = 500


class Blank(models.Expression):
    """A place in a prepared question that each asking fills."""

    def __init__(self, name: str, output_field: models.Field | None = None) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, _compiler: SQLCompiler, _connection: Any) -> tuple[str, list[Any]]:
        return "%s", [self]


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


def prepared(write: Callable[..., QuerySet[Any]]) -> "Prepared":
    """Let a function that answers a queryset write it once for each shape."""
    return Prepared(write)


def held(row: models.Model, relation: str, others: list[Any]) -> None:
    """Give a row those that point at it, as if they had been prefetched: `held(clinic, "contacts", people)`."""
    model: Any = row._meta.get_field(relation).related_model  # noqa: SLF001 - Django documents _meta
    rows = model._default_manager.none()  # noqa: SLF001 - Django documents it
    rows._result_cache, rows._prefetch_done = others, True  # noqa: SLF001 - as prefetch_related does
    known = row.__dict__.setdefault("_prefetched_objects_cache", {})
    known[relation] = rows


class Prepared:
    def __init__(self, write: Callable[..., QuerySet[Any]]) -> None:
        self._write = write
        self._written: dict[tuple[Hashable, ...], _Written] = {}

    def ask(self, *shape: Hashable, **told: Any) -> list[Any]:
        """The rows, as the queryset would have them: models, tuples or plain values."""
        written = self._written.get(shape)
        if written is None:
            if len(self._written) >= MOST:
                self._written.clear()
            # Two threads may both write it: they write the same.
            blanks = {name: Blank(name) for name in told}
            written = self._written[shape] = _Written.of(self._write(*shape, **blanks))
        return written.rows(told)


@dataclass(frozen=True)
class _Written:
    """A queryset whose SQL is known."""

    rows_as: QuerySet[Any]
    compiler: SQLCompiler
    text: str
    parameters: tuple[Any, ...]
    converters: dict[int, Any]

    @classmethod
    def of(cls, rows: QuerySet[Any]) -> "_Written":
        compiler = rows.query.get_compiler(using=rows.db)
        try:
            text, parameters = compiler.as_sql()
        except EmptyResultSet:
            return cls(rows.none(), compiler, "", (), {})
        converters = compiler.get_converters([each[0] for each in compiler.select])
        return cls(rows, compiler, text, tuple(parameters), converters)

    def rows(self, told: Mapping[str, Any]) -> list[Any]:
        if not self.text:
            return []  # whatever the values: the ORM knows that nothing can be found
        parameters = filled(self.parameters, told)
        known: Any = copy(self.compiler)
        known.connection = connections[self.rows_as.db]  # each thread has its own
        known.as_sql = lambda *_args, **_kwargs: (self.text, parameters)
        known.get_converters = lambda _expressions: self.converters
        query: Any = copy(self.rows_as.query)
        query.get_compiler = lambda *_args, **_kwargs: known
        asked: Any = QuerySet(self.rows_as.model, query=query, using=self.rows_as.db)
        asked._iterable_class = self.rows_as._iterable_class  # type: ignore[attr-defined]  # noqa: SLF001
        asked._fields = self.rows_as._fields  # type: ignore[attr-defined]  # noqa: SLF001
        return list(asked)


def _as_parameter(value: Any) -> Any:
    return _Several(value) if isinstance(value, list | tuple | set | frozenset) else value


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
