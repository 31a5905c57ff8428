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

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connections, models
from django.db.models import QuerySet
from django.db.models.query import ValuesListIterable
from django.db.models.sql.compiler import SQLCompiler

from common.database.blanks import Blank, filled, is_several
from common.database.plans import Kept

# So many shapes of one question a process keeps; who asks for more writes them again.
MOST = 500


def prepared(write: Callable[..., QuerySet[Any]], *, is_planned_once: bool = True) -> "Prepared":
    """Let a function that answers a queryset write it once for each shape.

    The database plans it once too, unless the best plan depends on what is asked (`common.database.plans`).
    """
    return Prepared(write, is_planned_once=is_planned_once)


def held(row: models.Model, relation: str, others: list[Any]) -> None:
    """Give a row those that point at it, as if prefetched: `held(clinic, "contacts", people)`."""
    model: Any = row._meta.get_field(relation).related_model  # noqa: SLF001 - Django documents _meta
    rows = model._default_manager.none()  # noqa: SLF001 - Django documents it
    rows._result_cache, rows._prefetch_done = others, True  # noqa: SLF001 - as prefetch_related does
    known = row.__dict__.setdefault("_prefetched_objects_cache", {})
    known[relation] = rows


class Prepared:
    def __init__(self, write: Callable[..., QuerySet[Any]], *, is_planned_once: bool) -> None:
        self._write, self._is_planned_once = write, is_planned_once
        self._written: dict[tuple[Hashable, ...], _Written] = {}

    def ask(self, *shape: Hashable, **told: Any) -> list[Any]:
        """The rows, as the queryset would have them: models, tuples or plain values."""
        written = self._written.get(shape)
        if written is None:
            if len(self._written) >= MOST:
                self._written.clear()
            # Two threads may both write it: they write the same.
            blanks = {name: Blank(name) for name in told}
            rows = self._write(*shape, **blanks)
            several = [name for name, value in told.items() if is_several(value)]
            written = _Written.of(rows, several if self._is_planned_once else None)
            self._written[shape] = written
        return written.rows(told)


@dataclass(frozen=True)
class _Written:
    """A queryset whose SQL is known."""

    rows_as: QuerySet[Any]
    compiler: SQLCompiler
    text: str
    parameters: tuple[Any, ...]
    converters: dict[int, Any]
    kept: Kept | None = None

    @classmethod
    def of(cls, rows: QuerySet[Any], several: list[str] | None) -> "_Written":
        """`several` names the blanks that hold lists, for a statement that is planned once."""
        compiler = rows.query.get_compiler(using=rows.db)
        try:
            text, parameters = compiler.as_sql()
        except EmptyResultSet:
            return cls(rows.none(), compiler, "", (), {})
        converters = compiler.get_converters([each[0] for each in compiler.select])
        kept = None if several is None else Kept(text, parameters, several=several)
        return cls(rows, compiler, text, tuple(parameters), converters, kept)

    @property
    def is_plain(self) -> bool:
        """Whether the database's answer is the rows: tuples of which Django converts nothing."""
        is_tuples = self.rows_as._iterable_class is ValuesListIterable  # noqa: SLF001
        return is_tuples and not self.converters and not self.compiler.has_extra_select

    def rows(self, told: dict[str, Any]) -> list[Any]:
        if not self.text:
            return []  # whatever the values: the ORM knows that nothing can be found
        connection = connections[self.rows_as.db]  # each thread has its own
        statement = (
            self.kept.asked_with(told, connection)
            if self.kept
            else (self.text, filled(self.parameters, told))
        )
        if self.is_plain:
            with connection.cursor() as cursor:
                cursor.execute(*statement)
                return cursor.fetchall()
        known = _twin(self.compiler)
        known.connection = connection
        known.as_sql = lambda *_args, **_kwargs: statement
        known.get_converters = lambda _expressions: self.converters
        query = _twin(self.rows_as.query)
        query.get_compiler = lambda *_args, **_kwargs: known
        asked: Any = QuerySet(self.rows_as.model, query=query, using=self.rows_as.db)
        asked._iterable_class = self.rows_as._iterable_class  # noqa: SLF001
        asked._fields = self.rows_as._fields  # type: ignore[attr-defined]
        return list(asked)


def _twin(thing: Any) -> Any:
    """A copy that shares what is inside, as `copy` makes it, in a tenth of the time: it asks nobody how."""
    twin = object.__new__(type(thing))
    vars(twin).update(vars(thing))
    return twin
