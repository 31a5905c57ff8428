"""What a change has inserted, and cannot be taken away because something that stays refers to it.

Nothing is listed here: every key to a table is asked, also those of apps that know of us and we not of them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, models

from common.merging.following import all_pointers
from common.merging.pointers import Pointer
from partners.models import ComparisonDue, DistinctPair, ImportRow, LikelyPair, SearchEntry

Model = type[models.Model]
Left = Mapping[Model, Collection[int]]
# What points at an organisation without being anybody's work on it. It goes with it, or forgets it.
SILENT = (SearchEntry, ImportRow, ComparisonDue, LikelyPair, DistinctPair)


@dataclass(frozen=True)
class Removal:
    """Taking away what `change` has inserted into tables of `tracked`, but for ids that are `left`."""

    change: UUID
    tracked: Sequence[Model]

    def held(self, model: Model, left: Left) -> set[int]:
        """Ids that would go although a row that stays refers to them: one query."""
        pointers = [one for one in all_pointers(model) if one.model not in SILENT]
        if not pointers:
            return set()
        going = f"WITH gone AS ({_inserted(model)} AND pgh_obj_id <> ALL (%(left)s::bigint[])) "
        params: dict[str, Any] = {"change": self.change, "left": _ids(left, model)}
        parts = []
        for number, pointer in enumerate(pointers):
            params[f"left_{number}"] = _ids(left, pointer.model)
            parts.append(self._question(pointer, number))
        with connection.cursor() as cursor:
            cursor.execute(going + " UNION ".join(parts), params)
            return {pk for (pk,) in cursor.fetchall()}

    def _question(self, pointer: Pointer, number: int) -> str:
        """Rows of the change itself hold nothing, unless they are left."""
        column, table = pointer.key.column, pointer.model._meta.db_table  # noqa: SLF001
        question = f"SELECT r.{column} FROM {table} r JOIN gone ON gone.pgh_obj_id = r.{column}"  # noqa: S608
        if pointer.model not in self.tracked:
            return question
        ours = _inserted(pointer.model)
        return f"{question} WHERE r.id NOT IN ({ours}) OR r.id = ANY (%(left_{number})s::bigint[])"

    def grown(self, left: Left, *, models: Iterable[Model]) -> dict[Model, set[int]]:
        """What is left, with all that it refers to in turn."""
        whole: dict[Model, set[int]] = defaultdict(set)
        whole.update({model: set(ids) for model, ids in left.items()})
        models = tuple(models)
        while more := {model: ids for model in models if (ids := self.held(model, whole))}:
            for model, ids in more.items():
                whole[model] |= ids
        return whole


def _inserted(model: Model) -> str:
    events = next(iter(model.pgh_event_models.values()))._meta.db_table  # type: ignore[attr-defined]  # noqa: SLF001
    return (
        f"SELECT pgh_obj_id FROM {events} "  # noqa: S608
        "WHERE pgh_context_id = %(change)s AND pgh_label = 'insert'"
    )


def _ids(left: Left, model: Model) -> list[int]:
    return list(left.get(model, ()))
