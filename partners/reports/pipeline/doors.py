"""Warm paths: which of our active partners are tied to those whom we would like to win."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from partners.models import Organisation, Stage, Tie
from partners.network.levels import mean_level
from partners.reports.pipeline.stages import staged

LEVELS = ("level_first", "level_second", "level_ours")


@dataclass(frozen=True)
class Door:
    """A partner who knows them: how close the two are, in which ways, and who of us keeps that partner."""

    pk: int
    name: str
    level: float | None
    relations: tuple[str, ...]
    keeper: str
    keeper_id: int | None


def doors_to(organisations: Iterable[int], *, on: date) -> dict[int, list[Door]]:
    """By organisation the members who are tied to it on the day, the closest first. Two queries.

    Who pauses opens no doors. A tie of which nobody has told how close it is comes after those of which
    somebody has.
    """
    ids = list(organisations)
    ties = list(_ties(ids, "first", on=on).union(_ties(ids, "second", on=on), all=True))
    partners = _partners({door for _here, door, *_rest in ties})
    found: dict[tuple[int, int], list[tuple[Any, ...]]] = {}
    for here, door, relation, *levels in ties:
        if door in partners:
            found.setdefault((here, door), []).append((relation, _level(*levels)))
    doors: dict[int, list[Door]] = {pk: [] for pk in ids}
    for (here, door), told in found.items():
        doors[here].append(_door(door, told, *partners[door]))
    return {pk: sorted(rows, key=_best) for pk, rows in doors.items()}


def _ties(ids: list[int], side: str, *, on: date) -> QuerySet:
    """(here, the other one, kind of tie, levels) as seen from one side."""
    other = {"first": "second", "second": "first"}[side]
    rows = Tie.objects.filter(**{f"{side}__in": ids}).standing(on=on).present().order_by()
    told = rows.annotate(here=F(f"{side}_id"), door=F(f"{other}_id"), kind=F("relation__name"))
    return told.values_list("here", "door", "kind", *LEVELS)


def _partners(ids: set[int]) -> dict[int, tuple[str, str, int | None]]:
    rows = staged(Organisation.objects.filter(pk__in=ids)).filter(stage=Stage.MEMBER)
    told = rows.order_by().values_list("pk", "name", "owner__full_name", "owner")
    return {pk: (name, keeper or "", keeper_id) for pk, name, keeper, keeper_id in told}


def _level(first: int | None, second: int | None, ours: int | None) -> float | None:
    """As `Tie.level` has it: what the sides say, on average; else what we say."""
    told = mean_level([first, second])
    return told if told is not None else mean_level([ours])


def _door(
    pk: int, told: list[tuple[Any, ...]], name: str, keeper: str, keeper_id: int | None
) -> Door:
    levels = [level for _relation, level in told if level is not None]
    relations = tuple(sorted({relation for relation, _level in told}))
    return Door(pk, name, max(levels, default=None), relations, keeper, keeper_id)


def _best(door: Door) -> tuple[float, bool, str, int]:
    level = -1.0 if door.level is None else door.level
    return (-level, not door.keeper, door.name.casefold(), door.pk)
