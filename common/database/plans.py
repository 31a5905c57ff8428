"""Statements that a connection plans once: of a small question, planning takes longer than answering.

Only for questions whose best plan does not depend on what is asked, as those by a key, or by words if the
answer stops early. What lists all that words find is planned each time: a rare word wants another way than
a common one.

A pooler that lends connections by the transaction (PgBouncer) knows nothing of such statements: with
`DISABLE_SERVER_SIDE_CURSORS`, which Django asks for there, everything is planned each time.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg2.extensions import AsIs

from common.database.blanks import Blank, filled

PLACE = re.compile(r"(?<!%)%s")
NAMED = re.compile(r"%\((\w+)\)s")
_numbers = count(1)
# For each connection of the driver, which statements it has planned.
_planned: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()

Sql = tuple[str, Sequence[Any]]


class Kept:
    """A statement with blanks. `several` names the blanks that are filled with lists, behind IN."""

    def __init__(
        self, text: str, parameters: Iterable[Any], *, several: Iterable[str] = ()
    ) -> None:
        self.name = f"kept_{next(_numbers)}"
        self.text, self.parameters = text, tuple(parameters)
        self.blanks = tuple(each.name for each in self.parameters if isinstance(each, Blank))
        self.several = frozenset(several)
        places = ", ".join("%s" for _blank in self.blanks)
        self.asked = f"EXECUTE {self.name} ({places})" if places else f"EXECUTE {self.name}"

    @classmethod
    def named(cls, text: str) -> "Kept":
        """From a statement that says its blanks by name: `… WHERE id = %(organisation)s`."""
        blanks = [Blank(name) for name in NAMED.findall(text)]
        return cls(NAMED.sub("%s", text), blanks)

    def asked_with(self, told: dict[str, Any], connection: BaseDatabaseWrapper) -> Sql:
        """What to execute on this connection, which has the plan from now on."""
        connection.ensure_connection()
        if connection.settings_dict.get("DISABLE_SERVER_SIDE_CURSORS"):
            return self.text, filled(self.parameters, told)
        planned = _planned.setdefault(connection.connection, set())
        if self.name not in planned:
            self._plan(connection.connection)
            planned.add(self.name)
        return self.asked, [_listed(told[name]) for name in self.blanks]

    def _plan(self, driver: Any) -> None:
        """Through the driver alone: it is no query of the page that comes first."""
        numbers = count(1)
        values = [
            AsIs(f"${next(numbers)}") if isinstance(each, Blank) else each
            for each in self.parameters
        ]
        with driver.cursor() as cursor:
            cursor.execute(f"PREPARE {self.name} AS {self._comparing_arrays()}", values)

    def _comparing_arrays(self) -> str:
        """`id IN (%s)` takes one value for each place, `id = ANY (%s)` a list of any length."""
        pieces = PLACE.split(self.text)
        for place, each in enumerate(self.parameters):
            if isinstance(each, Blank) and each.name in self.several:
                pieces[place] = pieces[place].removesuffix("IN (") + "= ANY ("
        return "%s".join(pieces)


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple | set | frozenset) else value
