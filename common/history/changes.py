"""What was changed in one part of the product, the newest first: from the tables that triggers write."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import F, Max, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat

from common.database.unions import as_rows, united
from common.history.event_tables import events_of

Model = type[models.Model]
SHOWN = 50
NAMED = 3  # rows of one change that are called by name


@dataclass(frozen=True)
class ChangeLine:
    """One change: when, by whom, what was done to which rows, and why."""

    id: UUID
    at: datetime
    who: str
    sentence: str
    what: tuple[str, ...]
    reason: str


@cache
def tables_of(app: str) -> tuple[Model, ...]:
    """Every table of an app that keeps its history, parents before children."""
    found = apps.get_app_config(app).get_models()
    return tuple(model for model in found if hasattr(model, "pgh_event_models"))


def changes_in(
    coalition: int,
    *,
    within: Mapping[Model, Q],
    sentences: Mapping[str, Any],
    before: datetime | None = None,
) -> list[ChangeLine]:
    """The newest changes of a coalition before a moment, in the rows of these tables that are meant.

    `sentences` says by its verb what a change is called. Two queries, whatever is found.
    """
    found = _latest(coalition, within, before)
    people = _people(one.words.get("person") for one in found.values())
    return [_line(one, people, sentences) for one in found.values()]


def _people(ids: Iterable[int | None]) -> Mapping[int, Any]:
    return get_user_model()._default_manager.in_bulk(set(ids) - {None})  # noqa: SLF001


@dataclass
class _Found:
    id: UUID
    at: datetime
    words: Mapping[str, Any]
    names: list[str]


def _latest(
    coalition: int, wanted: Mapping[Model, Q], before: datetime | None
) -> dict[UUID, _Found]:
    """The newest changes with the names of what each wrote."""
    rows = united([_events(model, coalition, rows, before) for model, rows in wanted.items()])
    found: dict[UUID, _Found] = {}
    for change, at, words, name in sorted(rows, key=lambda row: row[1], reverse=True):
        if change not in found and len(found) == SHOWN:
            continue
        one = found.setdefault(change, _Found(change, at, json.loads(words or "{}"), []))
        one.names.append(name)
    return found


def _events(model: Model, coalition: int, rows: Q, before: datetime | None) -> QuerySet:
    """Each row of a change once; enough of them that fifty changes are complete in their names."""
    found = events_of(model).filter(rows, coalition=coalition, pgh_context_id__isnull=False)
    if before is not None:
        found = found.filter(pgh_created_at__lt=before)
    # Names that no table has a column of.
    grouped = found.values("pgh_context_id", "pgh_obj_id").annotate(
        moment=Max("pgh_created_at"),
        context=Max(Cast("pgh_context", TextField())),
        row_name=Max(_name_of(model)),
    )
    return as_rows(
        grouped.order_by("-moment"),
        most=SHOWN * NAMED,
        change=F("pgh_context_id"),
        at=F("moment"),
        words=F("context"),
        name=F("row_name"),
    )


def _name_of(model: Model) -> Any:
    """By the columns that `TOLD_AS` names, of which each row has one."""
    told = getattr(model, "TOLD_AS", ())
    paths = (told,) if isinstance(told, str) else told
    parts = [Coalesce(Cast(F(path), TextField()), Value("", TextField())) for path in paths]
    if not parts:
        return Value("", TextField())
    return parts[0] if len(parts) == 1 else Concat(*parts, output_field=TextField())


def _line(found: _Found, people: Mapping[int, Any], sentences: Mapping[str, Any]) -> ChangeLine:
    words = found.words
    person = people.get(words.get("person") or 0)
    names = dict.fromkeys(name for name in found.names if name)
    return ChangeLine(
        id=found.id,
        at=found.at,
        who=str(person) if person else "",
        sentence=str(sentences.get(words.get("verb", ""), "")),
        what=tuple(names)[:NAMED],
        reason=words.get("reason", ""),
    )
