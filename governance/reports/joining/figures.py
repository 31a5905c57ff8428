"""How fast newcomers come in, and how far: medians by half-year, and the funnel of a period."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from statistics import median
from typing import Any

from django.utils.translation import gettext_lazy as _

from governance.reports.joining.ways import FIRSTS, Way

LEAST = 3  # with fewer no median is told
HALF_YEARS = 6
SECOND_HALF = 7  # begins in July

STAGES: tuple[tuple[str, Any], ...] = (
    ("invited", _("Invited")),
    ("joined", _("Joined")),
    ("meeting", _("First meeting")),
    ("role", _("First role")),
    ("voice", _("First voice")),
)
LABELS = dict(STAGES)


@dataclass(frozen=True)
class Typical:
    """The median number of days from joining to a first something; None with fewer than three.

    `number` have got there, of `joined` who joined in the same time; who has not yet is not counted in the
    median, so that of a young half-year is too short until the slow ones have come too.
    """

    stage: str
    days: float | None
    number: int
    joined: int

    @property
    def label(self) -> Any:
        return LABELS[self.stage]

    @property
    def whole_days(self) -> int:
        """For the choice between “day” and “days”."""
        return ceil(self.days or 0)


@dataclass(frozen=True)
class HalfYear:
    since: date
    until: date
    typical: tuple[Typical, ...] = ()

    @property
    def number(self) -> int:
        return 1 if self.since.month < SECOND_HALF else 2


@dataclass(frozen=True)
class Stage:
    """One stage of the funnel: how many of those who began in the period have reached it.

    Each stage is counted by itself: who took a role before a meeting of theirs was logged stands in one and
    not in the other. `share` is of those who were there to begin with, from 0 to 1; None of nobody.
    """

    key: str
    number: int
    of: int

    @property
    def label(self) -> Any:
        return LABELS[self.key]

    @property
    def share(self) -> float | None:
        return self.number / self.of if self.of else None

    @property
    def percent(self) -> int | None:
        return None if self.share is None else round(self.share * 100)


@dataclass(frozen=True)
class Funnel:
    stages: tuple[Stage, ...]
    uninvited: int  # joined without an invitation on record; they are counted from “Joined” on

    @property
    def is_empty(self) -> bool:
        return not any(stage.number for stage in self.stages)


def days_typical(ways: Iterable[Way], stage: str) -> Typical:
    """Median of `first day − day of joining` over those who got there; a formula of our own (C9.3b).

    The median, because one newcomer who waits for two years would carry a mean away. Days before joining
    count as 0: who came to a meeting as a guest had their first meeting when they joined.
    """
    joined = list(ways)
    days = [found for way in joined if (found := way.days_to(stage)) is not None]
    told = float(median(days)) if len(days) >= LEAST else None
    return Typical(stage, told, number=len(days), joined=len(joined))


def by_half_year(ways: Sequence[Way], *, on: date) -> list[HalfYear]:
    """The half-year of `on` and the five before it, the newest first, by the day of joining."""
    found = []
    for half in half_years(on):
        those = [way for way in ways if way.joined_on and half.since <= way.joined_on <= half.until]
        typical = tuple(days_typical(those, stage) for stage in FIRSTS)
        found.append(HalfYear(half.since, half.until, typical))
    return found


def half_years(on: date) -> list[HalfYear]:
    """That of `on`, and those before it: January to June, July to December."""
    found, since = [], half_year_start(on)
    until = half_year_end(since)
    for _n in range(HALF_YEARS):
        found.append(HalfYear(since, until))
        until = since - timedelta(days=1)
        since = half_year_start(until)
    return found


def half_year_start(day: date) -> date:
    return date(day.year, 1 if day.month < SECOND_HALF else SECOND_HALF, 1)


def half_year_end(since: date) -> date:
    return date(since.year, 6, 30) if since.month < SECOND_HALF else date(since.year, 12, 31)


def funnel_of(ways: Iterable[Way]) -> Funnel:
    """Invited → joined → first meeting → first role → first voice, of those who began in the period."""
    those = list(ways)
    number = {key: len(at_stage(those, key)) for key, _label in STAGES}
    stages = tuple(Stage(key, number[key], of=len(those)) for key, _label in STAGES)
    uninvited = sum(way.invited_on is None for way in those)
    return Funnel(stages, uninvited)


def at_stage(ways: Iterable[Way], stage: str) -> list[Way]:
    return [way for way in ways if way.day(stage) is not None]
