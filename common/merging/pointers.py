"""What the constraints of a table say about a key: what beside one parent stands once, or never."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db.models import (
    Case,
    CheckConstraint,
    F,
    ForeignKey,
    JSONField,
    Model,
    Q,
    UniqueConstraint,
    Value,
    When,
)
from django.db.models.functions import JSONArray


@dataclass(frozen=True)
class Pointer:
    """One key of one model to the row that is replaced."""

    model: type[Model]
    key: ForeignKey

    @property
    def name(self) -> str:
        return f"{self.model._meta.label}.{self.key.name}"


@dataclass(frozen=True)
class Unique:
    """What may not be told twice beside one parent: the rest of a unique constraint.

    `is_loose`: not the database says so but the model, and spelling does not count.
    """

    expressions: tuple[Any, ...]
    condition: Q | None = None
    nulls_differ: bool = True
    is_loose: bool = False

    @property
    def key(self) -> Any:
        told = array_of(self.expressions)
        return Case(When(self.condition, then=told)) if self.condition else told


def array_of(expressions: Sequence[Any]) -> Any:
    if not expressions:
        return Value([], output_field=JSONField())
    return JSONArray(*expressions, output_field=JSONField())


def uniques_of(pointer: Pointer) -> list[Unique]:
    """The unique constraints in which the key takes part, without it."""
    options, key = pointer.model._meta, pointer.key
    groups = [tuple(group) for group in options.unique_together]
    found = [_without(key, group) for group in groups if key.name in group]
    found += [
        made
        for constraint in options.constraints
        if isinstance(constraint, UniqueConstraint) and (made := _unique(key, constraint))
    ]
    if key.unique:
        found.append(Unique(()))
    if getattr(pointer.model, "IS_SAME_WHEN_EQUAL", False):
        told = tuple(F(one.attname) for one in _telling_fields(pointer))
        found.append(Unique(told, nulls_differ=False, is_loose=True))
    return found


def undirected(model: type[Model]) -> tuple[str, ...]:
    """Two keys of the model of which it does not matter which is which, if it says so."""
    return getattr(model, "UNDIRECTED", ())


def _without(key: ForeignKey, group: Iterable[str]) -> Unique:
    return Unique(tuple(F(name) for name in group if name != key.name))


def _unique(key: ForeignKey, constraint: UniqueConstraint) -> Unique | None:
    told: list[Any] = [F(name) for name in constraint.fields] or list(constraint.expressions)
    others = tuple(one for one in told if not _names(one, key))
    if len(others) == len(told):
        others = _beside_the_pair(key, told)
    if len(others) == len(told):
        return None
    return Unique(others, constraint.condition, constraint.nulls_distinct is not False)


def _beside_the_pair(key: ForeignKey, told: list[Any]) -> tuple[Any, ...]:
    """Of `Least(first, second), Greatest(first, second), relation`: the other of the two, and relation."""
    pair = undirected(key.model)
    if key.name not in pair:
        return tuple(told)
    rest = [one for one in told if not any(getattr(e, "name", "") in pair for e in _within(one))]
    other = next(name for name in pair if name != key.name)
    return tuple(told) if len(rest) == len(told) else (F(f"{other}_id"), *rest)


def _within(expression: Any) -> Iterable[Any]:
    return expression.flatten() if hasattr(expression, "flatten") else (expression,)


def _names(expression: Any, key: ForeignKey) -> bool:
    return getattr(expression, "name", "") in (key.name, key.attname)


def _telling_fields(pointer: Pointer) -> list[Any]:
    return [
        one
        for one in pointer.model._meta.concrete_fields
        if not one.primary_key and not one.generated and one != pointer.key
    ]


def guards_of(pointer: Pointer) -> list[Any]:
    """Checks and exclusions in which the key takes part."""
    return [
        one
        for one in pointer.model._meta.constraints
        if (isinstance(one, CheckConstraint) and _checks(one, pointer.key))
        or (
            isinstance(one, ExclusionConstraint)
            and any(
                _names(F(e) if isinstance(e, str) else e, pointer.key) for e, _o in one.expressions
            )
        )
    ]


def _checks(constraint: CheckConstraint, key: ForeignKey) -> bool:
    condition = constraint.condition
    return isinstance(condition, Q) and bool(
        condition.referenced_base_fields & {key.name, key.attname}
    )
