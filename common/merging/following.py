"""When one row takes another's place: what happens to every row that pointed at it.

Nothing is listed here. Whatever has a key to the model follows, also tables of apps that are written later.
A row *moves* to the heir; or, when the database's own constraints say that the heir has such a row already,
it is *set aside* for that twin, and what pointed at it follows to the twin in turn; or it is *left* where it
is, when no place can be found for it (a tie of an organisation to itself, two terms that overlap).

A model says what differs: `STAYS_WHEN_MERGED = {"survivor": "the merge tells of both"}` names keys that do
not follow, and why; `IS_SAME_WHEN_EQUAL = True` sets aside rows that tell nothing that the heir's do not;
`UNDIRECTED = ("first", "second")` names two keys of which it does not matter which is which.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import CharField, F, Model, QuerySet, TextField, Value
from django.db.models.functions import Cast

from common.database.unions import united
from common.merging.pointers import Pointer, Unique, array_of, guards_of, undirected, uniques_of

Heirs = Mapping[str, str]  # id of the row that is replaced → id of the row that takes its place


@dataclass(frozen=True)
class Found:
    """A row that points at `parent`. `keys` has for each Unique what the row tells, or nothing."""

    pointer: Pointer
    pk: str
    parent: str
    keys: tuple[str | None, ...]


@dataclass(frozen=True)
class Follower:
    """What becomes of a row: it goes from `parent` to `heir`, or is set aside for its `twin`.

    `root` is the row of the first level, for whose sake all this happens.
    """

    pointer: Pointer
    pk: str
    parent: str
    heir: str
    root: str
    twin: str = ""


@dataclass(frozen=True)
class Plan:
    """In an order in which a row stands after the row for whose sake it moves."""

    moved: tuple[Follower, ...] = ()
    set_aside: tuple[Follower, ...] = ()
    left: tuple[Follower, ...] = ()

    def __add__(self, other: "Plan") -> "Plan":
        return Plan(
            self.moved + other.moved, self.set_aside + other.set_aside, self.left + other.left
        )


@dataclass
class _Step:
    """One model whose rows are replaced: by whom, and for the sake of which row of the first level."""

    model: type[Model]
    heirs: dict[str, str] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)


def plan(
    model: type[Model], heirs: Heirs, *, twins: Mapping[type[Model], Heirs] | None = None
) -> Plan:
    """What follows when the rows of `model` are replaced by their heirs: one query a level.

    A level is entered only when rows of the level above are set aside. `twins` names rows, by their table,
    of which somebody knows that they are to be set aside, and for which other row.
    """
    twins = twins or {}
    steps = [_Step(model, dict(heirs), {pk: pk for pk in heirs})]
    whole, gone = Plan(), set[tuple[type[Model], str]]()
    while steps:
        level = _level(steps, gone, twins)
        whole += level
        gone |= {(row.pointer.model, row.pk) for row in level.set_aside}
        steps = _next(level.set_aside)
    return whole


def pointers(model: type[Model]) -> list[Pointer]:
    """Every key to the model that follows; history and what says that it stays are left out."""
    return [one for one in all_pointers(model) if one.key.name not in staying(one.model)]


def all_pointers(model: type[Model]) -> list[Pointer]:
    """Also of relations without a name for the way back, and of the hidden tables of many-to-many."""
    relations: list[Any] = list(model._meta.get_fields(include_hidden=True))
    found = {
        (relation.related_model, relation.field)
        for relation in relations
        if (relation.one_to_many or relation.one_to_one)
        and relation.auto_created
        and not relation.concrete
    }
    ours = [
        Pointer(other, key)
        for other, key in found
        if not hasattr(other, "pgh_tracked_model") and not other._meta.proxy
    ]
    return sorted(ours, key=lambda pointer: pointer.name)


def staying(model: type[Model]) -> Mapping[str, str]:
    return getattr(model, "STAYS_WHEN_MERGED", {})


# ---------------------------------------------------------------- one level


def _level(
    steps: Iterable[_Step],
    gone: set[tuple[type[Model], str]],
    twins: Mapping[type[Model], Heirs],
) -> Plan:
    asked = [(step, pointer) for step in steps for pointer in pointers(step.model)]
    found = _ask(asked)
    plans = [
        _sorted_out(step, [row for row in rows if (row.pointer.model, row.pk) not in gone], twins)
        for step, rows in _together(asked, found)
    ]
    return sum(plans, Plan())


def _together(
    asked: list[tuple[_Step, Pointer]], found: list[list[Found]]
) -> list[tuple[_Step, list[Found]]]:
    """The rows of each pointer; of undirected ones those of both, for a row of either may be the twin."""
    groups: dict[tuple[Any, ...], tuple[_Step, list[Found]]] = {}
    for (step, pointer), rows in zip(asked, found, strict=True):
        is_either = pointer.key.name in undirected(pointer.model)
        group = (id(step), pointer.model, None if is_either else pointer.key.name)
        groups.setdefault(group, (step, []))[1].extend(rows)
    return [(step, sorted(rows, key=_by_age)) for step, rows in groups.values()]


def _next(set_aside: Iterable[Follower]) -> list[_Step]:
    steps: dict[type[Model], _Step] = {}
    for row in set_aside:
        step = steps.setdefault(row.pointer.model, _Step(row.pointer.model))
        step.heirs[row.pk], step.roots[row.pk] = row.twin, row.root
    return list(steps.values())


def _sorted_out(step: _Step, found: list[Found], twins: Mapping[type[Model], Heirs]) -> Plan:
    """The heirs' own rows hold their keys; of the others, the oldest comes first."""
    held: dict[tuple[int, str, str], str] = {}
    comers = [row for row in found if row.parent in step.heirs]
    for row in found:
        if row.parent not in step.heirs:
            _hold(held, row, row.parent)
    unfit = _unfit(comers, step)
    moved, aside, left = [], [], []
    for row in comers:
        heir = step.heirs[row.parent]
        known = twins.get(row.pointer.model, {}).get(row.pk, "")
        twin = known or next((held[k] for k in _held_keys(row, heir) if k in held), "")
        follower = Follower(row.pointer, row.pk, row.parent, heir, step.roots[row.parent], twin)
        if twin:
            aside.append(follower)
        elif row.pk in unfit:
            left.append(follower)
        else:
            _hold(held, row, heir)
            moved.append(follower)
    return Plan(tuple(moved), tuple(aside), tuple(left))


def _hold(held: dict[tuple[int, str, str], str], row: Found, parent: str) -> None:
    for key in _held_keys(row, parent):
        held.setdefault(key, row.pk)


def _held_keys(row: Found, parent: str) -> Iterator[tuple[int, str, str]]:
    return ((n, parent, key) for n, key in enumerate(row.keys) if key is not None)


# ---------------------------------------------------------------- the one question


def _ask(asked: list[tuple[_Step, Pointer]]) -> list[list[Found]]:
    """The rows of every pointer, oldest first, all tables in one query."""
    if not asked:
        return []
    uniques = [uniques_of(pointer) for _step, pointer in asked]
    rows = united(
        _rows(number, step, pointer, uniques[number])
        for number, (step, pointer) in enumerate(asked)
    )
    found: list[list[Found]] = [[] for _each in asked]
    for number, pk, parent, told in rows:
        keys = tuple(map(_key, uniques[number], json.loads(told)))
        found[number].append(Found(asked[number][1], pk, parent, keys))
    return [sorted(rows, key=_by_age) for rows in found]


def _by_age(row: Found) -> tuple[int, str]:
    return len(row.pk), row.pk


def _rows(number: int, step: _Step, pointer: Pointer, uniques: list[Unique]) -> QuerySet:
    parents = {*step.heirs, *step.heirs.values()}
    return (
        pointer.model._base_manager.filter(**{f"{pointer.key.attname}__in": parents})
        .order_by()
        .annotate(
            told_number=Value(number),
            told_pk=Cast("pk", CharField()),
            told_parent=Cast(F(pointer.key.attname), CharField()),
            told_keys=Cast(array_of([unique.key for unique in uniques]), TextField()),
        )
        .values_list("told_number", "told_pk", "told_parent", "told_keys")
    )


def _key(unique: Unique, told: list[Any] | None) -> str | None:
    """The values as one text; nothing when the constraint does not hold for this row."""
    if told is None or (unique.nulls_differ and None in told):
        return None
    return json.dumps([_plain(value) for value in told] if unique.is_loose else told)


def _plain(value: Any) -> Any:
    """“(410) 555-0100” is “410 555 0100”; in addresses of mail only capitals do not count."""
    if not isinstance(value, str):
        return value
    small = value.casefold()
    return small if "@" in small else "".join(filter(str.isalnum, small))


def _unfit(comers: list[Found], step: _Step) -> set[str]:
    """Rows whom a check or an exclusion would refuse with their new parents. Few models have such."""
    guards = [one for row in comers[:1] for one in guards_of(row.pointer)]
    if not guards:
        return set()
    model = comers[0].pointer.model
    keys = [one.key for one in pointers(step.model) if one.model is model]
    rows = model._base_manager.in_bulk([row.pk for row in comers])
    return {str(pk) for pk, row in rows.items() if not _bears(row, keys, step.heirs, guards)}


def _bears(row: Model, keys: Iterable[Any], heirs: Heirs, guards: Iterable[Any]) -> bool:
    """Both sides of a row may get the same new parent at once."""
    for key in keys:
        heir = heirs.get(str(getattr(row, key.attname)))
        if heir is not None:
            setattr(row, key.attname, key.target_field.to_python(heir))
    try:
        for guard in guards:
            guard.validate(type(row), row)
    except ValidationError:
        return False
    return True


def by_model(followers: Iterable[Follower]) -> dict[Pointer, list[Follower]]:
    groups: dict[Pointer, list[Follower]] = defaultdict(list)
    for follower in followers:
        groups[follower.pointer].append(follower)
    return groups
