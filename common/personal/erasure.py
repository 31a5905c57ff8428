"""What is held about one person or contact: collected for them to read, or erased from rows and history.

The record stays honest: rows stay, with who did what and when as ids; only what tells of the person goes.
"""

import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import connection, models, transaction
from django.db.models import Func, JSONField, Q, TextField, Value
from django.db.models.functions import Cast
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext
from pghistory.models import Context

from common.database.sql_names import quoted, table_of
from common.personal import file_names
from common.personal.fields import MASK, Declaration, Model, declarations, events_of

# So many bytes of texts and their history are looked through while somebody waits; more is for a worker.
AT_ONCE = 64 * 1024 * 1024
SHOWN = 200  # rows of a table that a page tells of; more are counted, and stand in the download
AfterEach = Callable[[int, int], None]
HISTORY_WORDS = "pgh_context"  # each event carries the words of its change


@dataclass(frozen=True)
class Held:
    """The rows of one table about somebody, as they are asked for: a table may be longer than memory."""

    model: Model
    asked: models.QuerySet
    tell: Callable[[Any], dict[str, Any]] = dict

    def each(self) -> Iterator[dict[str, Any]]:
        """All rows, each by field, with what is personal and what is plain."""
        return map(self.tell, self.asked.iterator(chunk_size=2000))

    @cached_property
    def count(self) -> int:
        return self.asked.order_by().count()

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        """As many as a page shows."""
        return [self.tell(row) for row in self.asked[:SHOWN]]

    @property
    def more(self) -> int:
        return self.count - SHOWN if len(self.rows) == SHOWN else 0

    @property
    def table(self) -> str:
        return self.model._meta.label

    @property
    def label(self) -> str:
        return str(self.model._meta.verbose_name_plural)

    @property
    def told(self) -> list[list[tuple[str, Any]]]:
        """For reading: each row shown by the names of its fields, without keys and what is empty."""
        fields = {each.name: each for each in self.model._meta.concrete_fields}
        empty: tuple[Any, ...] = (None, "", [], {})
        return [
            [
                (str(fields[name].verbose_name), _in_words(fields[name], value))
                for name, value in row.items()
                if value not in empty and not fields[name].is_relation
            ]
            for row in self.rows
        ]


# ---------------------------------------------------------------- collecting


def collect(subject: models.Model) -> list[Held]:
    """Everything held about somebody, table by table. Secrets (hashes, keys) are left out."""
    found = []
    for model, words in declarations():
        readable = (words.plain | words.free | words.files | words.people) - words.secret.keys()
        fields = [*words.personal, *sorted(readable - words.personal.keys())]
        held = Held(model, _about(model, words, subject).order_by("pk").values(*fields))
        if held.rows:
            found.append(held)
    return sorted(found, key=lambda held: held.model is not subject._meta.model)  # themselves first


def named_in(person: models.Model) -> list[Held]:
    """The rows that name a person without being about them: what they look after, invited, brought in."""
    found = []
    for model, words in declarations():
        keys = sorted(key for key in words.people if _points_at(model, key, person))
        if not keys or person._meta.label in words.about:
            continue
        naming = Q.create([Q(**{key: person.pk}) for key in keys], connector=Q.OR)
        relations = [one.name for one in model._meta.concrete_fields if one.is_relation]
        rows = model._default_manager.filter(naming).select_related(*relations).order_by("pk")
        held = Held(model, rows, _by_name)
        if held.rows:
            found.append(held)
    return found


def _by_name(row: models.Model) -> dict[str, Any]:
    return {"id": row.pk, "name": str(row)}


# ---------------------------------------------------------------- erasing


@transaction.atomic
def erase(subject: models.Model, *, within: int | None = None) -> None:
    """Blank what is personal in the rows about somebody, and in every earlier version of them.

    Without `within` a person leaves altogether: what a coalition only offers to erase stays. With it,
    one coalition erases what it holds itself, and touches nothing of others.
    """
    for model, words in declarations():
        if within is None and words.is_offered:
            continue
        if within is not None and not _has_tenant(model, words):
            continue
        rows = _about(model, words, subject)
        if within is not None:
            rows = rows.filter(**{words.tenant: within})
        _erase_rows(model, words, list(rows.values_list("pk", flat=True)))


def is_long() -> bool:
    """Whether to look through all that is kept takes longer than a page may: one query, by its size."""
    tables = [
        table_of(each)
        for model, words in declarations()
        if words.free or words.files
        for each in (model, *events_of(model))
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(pg_table_size(name::regclass)) > %s FROM unnest(%s) name", [AT_ONCE, tables]
        )
        return bool(cursor.fetchone()[0])


@transaction.atomic
def scrub(
    needles: Iterable[str], *, within: int | None = None, after_each: AfterEach | None = None
) -> None:
    """Mask an address, a number or a name wherever somebody typed it: texts, letters, files, history.

    Only whole ones go: ana@x.org stays in diana@x.org. In the name of a file, words may stand in another
    order and with other marks between them. `within` keeps to the rows of one coalition. Each table is gone
    through once; `after_each` is told how many are done, and of how many.
    """
    needles = [needle for needle in needles if needle.strip()]
    if not needles:
        return
    text = "|".join(map(_pattern, needles))
    in_file_name = "|".join(map(file_names.pattern_of, needles))
    # The words of a change may name the file that it came with.
    in_change = f"{text}|{in_file_name}"
    changes: set[UUID] = set()
    tables = [(model, words) for model, words in declarations() if _is_within(model, words, within)]
    for done, (model, words) in enumerate(tables, start=1):
        patterns = dict.fromkeys(words.free, text) | dict.fromkeys(words.files, in_file_name)
        tenant = None if within is None else (words.tenant, within)
        _scrub_table(model, patterns, tenant)
        for event in events_of(model):
            changes |= _scrub_table(event, patterns | {HISTORY_WORDS: in_change}, tenant)
        if after_each:
            after_each(done, len(tables))
    _scrub_changes(changes, in_change)


def _is_within(model: Model, words: Declaration, tenant: int | None) -> bool:
    return tenant is None or _has_tenant(model, words)


def _about(model: Model, words: Declaration, subject: models.Model) -> models.QuerySet:
    conditions: list[Any] = []
    if lookup := words.about.get(subject._meta.label):
        conditions.append(Q(**{lookup: subject.pk}))
    if words.address and (address := getattr(subject, "email", "")):
        conditions.append(Q(**{f"{words.address}__iexact": address}))
    rows = model._default_manager.all()
    return rows.filter(Q.create(conditions, connector=Q.OR)) if conditions else rows.none()


def _erase_rows(model: Model, words: Declaration, pks: list[Any]) -> None:
    rows = model._default_manager.filter(pk__in=pks)
    if words.is_dropped:
        rows.delete()
    elif words.erased:
        rows.update(**words.erased)
    erase_history(model, words, pks)


def erase_history(model: Model, words: Declaration, pks: Collection[Any]) -> None:
    """Blank what is personal in every version of rows, also of rows that are gone."""
    for event in events_of(model):
        kept = {each.name for each in event._meta.concrete_fields}
        blanks = {name: value for name, value in words.erased.items() if name in kept}
        if blanks:
            event._default_manager.filter(pgh_obj_id__in=pks).update(**blanks)


def _in_words(field: models.Field, value: Any) -> Any:
    """As people read it: "coordinator" is Coordinator, a moment stands in the reader's own time."""
    if isinstance(value, datetime):
        return date_format(localtime(value), "DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value)
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_in_words(field, told)}" for key, told in value.items())
    if isinstance(value, list):
        return ", ".join(str(_in_words(field, each)) for each in value)
    return dict(field.flatchoices).get(value, value) if field.choices else value


def _points_at(model: Model, key: str, person: models.Model) -> bool:
    target = model._meta.get_field(key).related_model
    return target is not None and isinstance(person, target)


def _has_tenant(model: Model, words: Declaration) -> bool:
    return any(each.column == words.tenant for each in model._meta.concrete_fields)


# ---------------------------------------------------------------- words in texts


def _pattern(needle: str) -> str:
    """A regular expression of PostgreSQL for the needle as a whole word, as JSON writes it too."""
    written = re.escape(json.dumps(needle.strip(), ensure_ascii=False)[1:-1])
    return rf"(?<![[:alnum:]._+-]){written}(?!\.?[[:alnum:]-])"


def _scrub_table(
    model: Model, patterns: Mapping[str, str], tenant: tuple[str, int] | None
) -> set[UUID]:
    """One statement: every field by its own pattern, in rows where one of them finds something.

    Of a table of history, the changes by which those rows were written.
    """
    own = [each for each in model._meta.concrete_fields if each.name in patterns]
    if not own:
        return set()
    told = [(quoted(each.column), each.db_type(connection), patterns[each.name]) for each in own]
    masked = ", ".join(
        f"{column} = regexp_replace({column}::text, %s, %s, 'gi')::{kind}"
        for column, kind, _ in told
    )
    found = " OR ".join(f"{column}::text ~* %s" for column, _kind, _ in told)
    where = f" AND {quoted(tenant[0])} = %s" if tenant else ""
    params = [each for *_, pattern in told for each in (pattern, MASK)]
    params += [pattern for *_, pattern in told]
    changes = " RETURNING pgh_context_id" if HISTORY_WORDS in patterns else ""
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table_of(model)} SET {masked} WHERE ({found}){where}{changes}",
            [*params, *([tenant[1]] if tenant else [])],
        )
        return {row[0] for row in cursor.fetchall() if row[0]} if changes else set()


def _scrub_changes(changes: Collection[UUID], pattern: str) -> None:
    """What was said of the changes themselves, of which every row that they wrote carries a copy."""
    named = Context.objects.filter(pk__in=changes)
    masked = Func(
        Cast("metadata", TextField()),
        Value(pattern),
        Value(MASK),
        Value("gi"),
        function="regexp_replace",
        output_field=TextField(),
    )
    named.update(metadata=Cast(masked, JSONField()))
