"""What people have added to a sample since it was made: it would go with the sample.

What the sample wrote itself says so in its history (`chronicle.SAMPLE`); all else was added later.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import connection, models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg2 import sql

from accounts.models import Coalition, Membership
from coalition.sample.chronicle import SAMPLE, tracked_models
from common.history.event_tables import event_model
from partners.models import Attachment, Contact, ImportRun, Organisation, Tie, Touchpoint

NAMED: dict[type[models.Model], Any] = {
    Organisation: gettext_lazy("Partners"),
    Contact: gettext_lazy("People at partners"),
    Membership: gettext_lazy("Members of the coalition"),
    Touchpoint: gettext_lazy("Talks"),
    Tie: gettext_lazy("Ties between partners"),
    Attachment: gettext_lazy("Files"),
}
# The night's work writes rows too: of other tables only what names whoever did it is by hand.
QUESTION = """SELECT {label} AS told, array_agg(DISTINCT t.id) FROM {table} t JOIN {events} e
    ON e.pgh_obj_id = t.id AND e.pgh_label = 'insert'
    WHERE t.coalition_id = %(coalition)s AND NOT coalesce(e.pgh_context, '{{}}') ? %(sample)s
        AND ({is_named} OR coalesce(e.pgh_context, '{{}}') ? 'person') GROUP BY 1"""


@dataclass(frozen=True)
class Counted:
    label: str
    count: int


@dataclass(frozen=True)
class Added:
    """How many rows of each kind; `partners` are the ids of organisations."""

    kinds: Sequence[Counted]
    partners: Sequence[int]

    @cached_property
    def total(self) -> int:
        return sum(kind.count for kind in self.kinds)


def added_since(coalition: Coalition) -> Added:
    """In two queries, however many tables keep a history."""
    found = _found(coalition)
    partners = found.get(Organisation._meta.label, [])  # noqa: SLF001 - Django documents it
    named = [
        Counted(str(words), len(found.pop(model._meta.label, [])))  # noqa: SLF001
        for model, words in NAMED.items()
    ]
    runs = ImportRun.objects.of_coalition(coalition).count()
    kinds = [
        *named,
        Counted(_("Spreadsheets brought in"), runs),
        Counted(_("Other entries"), sum(map(len, found.values()))),
    ]
    return Added([kind for kind in kinds if kind.count], sorted(partners))


def _found(coalition: Coalition) -> Mapping[str, list[int]]:
    """The ids of the rows that are there, by table."""
    parts = [
        sql.SQL(QUESTION).format(
            label=sql.Literal(model._meta.label),  # noqa: SLF001
            table=sql.Identifier(model._meta.db_table),  # noqa: SLF001
            events=sql.Identifier(event_model(model)._meta.db_table),  # noqa: SLF001
            is_named=sql.Literal(model in NAMED),
        )
        for model in tracked_models()
        if any(field.column == "coalition_id" for field in model._meta.concrete_fields)  # noqa: SLF001
    ]
    with connection.cursor() as cursor:
        text = sql.SQL(" UNION ALL ").join(parts).as_string(cursor.connection)
        cursor.execute(text, {"coalition": coalition.pk, "sample": SAMPLE})
        return dict(cursor.fetchall())
