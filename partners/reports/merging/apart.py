"""What taking a merge apart would do: what goes back, what stays, and why."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection, models
from django.utils.translation import gettext as _
from psycopg2 import sql

from partners.models import Classification, Merge, MergeMove, Organisation
from partners.models.merging.merges import Columns, groups_in, laid_out
from partners.reports.merging.merge_fields import OwnFields, label_of, own_fields_of, words_of
from partners.reports.merging.merges import plural

What = MergeMove.What


@dataclass(frozen=True)
class Counted:
    label: str
    count: int


@dataclass(frozen=True)
class Field:
    """A field of the survivor: what it says now, and what it would say again."""

    label: str
    now: str
    again: str


@dataclass(frozen=True)
class Apart:
    """`gone`: came along and is not there any more. `obstacle`: why it cannot be done now, as a sentence."""

    merge: Merge
    going: list[Counted]
    returning: list[Counted]
    gone: int
    names: list[str]
    fields_back: list[Field]
    fields_kept: list[Field]
    obstacle: str


def apart(merge: Merge) -> Apart:
    moves = list(merge.moves.order_by("pk").defer("kept"))
    moved = [move for move in moves if move.what == What.MOVED]
    here = _still_there(moved)
    back, kept = _fields(merge)
    return Apart(
        merge=merge,
        going=_counted(move for move in moved if (move.model, move.row) in here),
        returning=_counted(move for move in moves if move.what == What.SET_ASIDE),
        gone=len(moved) - len(here),
        names=_names(moves),
        fields_back=back,
        fields_kept=kept,
        obstacle=_obstacle(merge),
    )


def merges_shown(organisation: Organisation) -> list[Merge]:
    """What was merged into the organisation and stands, the latest first."""
    return list(Merge.objects.standing().into(organisation).told())


def _obstacle(merge: Merge) -> str:
    if merge.taken_apart_at:
        return _("This is taken apart already.")
    if merge.survivor.merged_into_id:
        words = {"survivor": merge.survivor.name, "last": merge.survivor.survivor.name}
        return (
            _("%(survivor)s was itself merged into %(last)s since. Take that apart first.") % words
        )
    return ""


def _counted(moves: Iterable[MergeMove]) -> list[Counted]:
    counts = Counter(label_of_table(move.table) for move in moves)
    return [Counted(label, count) for label, count in counts.items()]


def label_of_table(model: type[models.Model]) -> str:
    if model is Classification:
        return _("Sectors and other lists")
    return plural(model)


def _names(moves: Iterable[MergeMove]) -> list[str]:
    added = [move.row for move in moves if move.what == What.ADDED]
    if not added:
        return []
    table = next(move.table for move in moves if move.what == What.ADDED)
    return [str(row) for row in table._base_manager.filter(pk__in=added)]  # noqa: SLF001


STILL_THERE = """SELECT {label}, {pk}::text FROM {table}
    WHERE {pk} = ANY ({pks}::text[]::{kind}[]) AND {column}::text = {to}"""


def _still_there(moved: Sequence[MergeMove]) -> set[tuple[str, str]]:
    """Which of the rows still point where the merge let them point: one query for all tables."""
    groups: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for move in moved:
        groups[move.model, move.column, move.went_to].append(move.row)
    if not groups:
        return set()
    tables = {move.model: move.table._meta for move in moved}  # noqa: SLF001
    parts = [
        sql.SQL(STILL_THERE).format(
            label=sql.Literal(label),
            pk=sql.Identifier(tables[label].pk.column),
            table=sql.Identifier(tables[label].db_table),
            pks=sql.Literal(pks),
            kind=sql.SQL(tables[label].pk.rel_db_type(connection)),
            column=sql.Identifier(column),
            to=sql.Literal(went_to),
        )
        for (label, column, went_to), pks in groups.items()
    ]
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(" UNION ALL ").join(parts).as_string(cursor.connection))
        return set(cursor.fetchall())


# ---------------------------------------------------------------- fields


def _fields(merge: Merge) -> tuple[list[Field], list[Field]]:
    """Those that go back, and those that somebody has changed since."""
    now = _columns(merge.survivor)
    own = own_fields_of(merge.coalition_id)
    back: list[Field] = []
    kept: list[Field] = []
    for group in groups_in([merge.columns]):
        pairs = {name: merge.columns[name] for name in group if name in merge.columns}
        before = {name: pair[0] for name, pair in pairs.items()}
        is_untouched = all(now.get(name) == after for name, (_before, after) in pairs.items())
        told = Field(
            label=label_of(group[0], own),
            now=_words(group, now, merge.survivor, own),
            again=_words(group, before, merge.survivor, own),
        )
        (back if is_untouched else kept).append(told)
    return back, kept


def _words(group: Sequence[str], columns: Columns, survivor: Organisation, own: OwnFields) -> str:
    """As `words_of` tells them, of an organisation that says what JSON holds."""
    typed = {}
    for name in group:
        field = next((one for one in survivor._meta.concrete_fields if one.column == name), None)  # noqa: SLF001
        value = columns.get(name)
        typed[name] = field.to_python(value) if field and not field.is_relation else value
    known = {name: value for name, value in typed.items() if name in _fields_of(survivor)}
    stand_in = Organisation(**{**_attributes(survivor), **known})
    return words_of(group, typed, stand_in, own)


def _fields_of(organisation: Organisation) -> set[str]:
    return {one.attname for one in organisation._meta.concrete_fields if not one.generated}  # noqa: SLF001


def _attributes(organisation: Organisation) -> dict:
    return {name: getattr(organisation, name) for name in _fields_of(organisation)}


def _columns(organisation: Organisation) -> Columns:
    """As JSON holds them, as `Merge.columns` does."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT to_jsonb(o)::text FROM partners_organisation o WHERE id = %s", [organisation.pk]
        )
        return laid_out(json.loads(cursor.fetchone()[0]))
