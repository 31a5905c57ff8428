"""The network on evenings of the past: from the days that ties carry, and from what was written by then.

A tie stood on a day by what is known of it today: its first and last day, if they are told. Where no first
day is told it stood from when it was written down, and of the time before nobody knows. How close it was is
taken as it was told then. Why not from the record alone: docs/decisions/0042.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from accounts.models import Coalition, Membership
from common.history.event_tables import events_of
from partners.models import Organisation, Tie
from partners.network.graph import Network
from partners.reports.composition.then import partners_then
from partners.reports.network.network import Told, network_in, tied_pairs
from partners.reports.network.question import Question

Evening = tuple[date, datetime]  # a day, and the moment of its end
Levels = tuple[int | None, int | None, int | None]
Story = list[tuple[datetime, Levels | None]]


@dataclass(frozen=True)
class Then:
    """One evening. `late`: tied pairs of which a tie was told only later, with a first day that is long ago.

    `undated`: ties that were told only later and without a first day, so that nobody knows whether they
    stood; they are left out. `is_known`: of the ties that may have stood, at least half are known to have.
    """

    on: date
    network: Network
    is_known: bool
    late: int
    undated: int


@dataclass(frozen=True)
class Row:
    """A tie as it is told today, with every moment at which it was told, and the levels from then on."""

    first: int
    second: int
    relation: int
    since: date | None
    until: date | None
    levels: Levels
    told: Story

    def told_by(self, moment: datetime) -> Levels | None:
        """Its levels as they were told by then; None where it was not told."""
        by_then = [levels for at, levels in self.told if at <= moment]
        return by_then[-1] if by_then else None

    def with_levels(self, levels: Levels) -> Told:
        return (self.first, self.second, self.relation, *levels)


def evening(day: date, coalition: Coalition) -> Evening:
    midnight = datetime.combine(day + timedelta(days=1), time.min)
    return day, midnight.replace(tzinfo=ZoneInfo(coalition.time_zone))


def networks_then(question: Question, membership: Membership, days: Sequence[date]) -> list[Then]:
    """One for each day, in five queries, and one more a day for each group that is asked for.

    Sectors, areas and tags are those of today.
    """
    evenings = [evening(day, membership.coalition) for day in days]
    there = partners_then(membership.coalition_id, evenings)
    homes = dict(Organisation.including_merged.homes(membership.coalition_id))
    rows, began_at = _rows(question, membership)
    left = _organisations(question, membership, days)
    return [
        _then(
            evenings[n],
            rows,
            partners={_home(pk, homes) for pk in there[n]},
            left=left[n],
            question=question,
            began_at=began_at,
        )
        for n in range(len(days))
    ]


def _then(
    evening: Evening,
    rows: Iterable[Row],
    *,
    partners: set[int],
    left: Mapping[int, date | None],
    question: Question,
    began_at: datetime | None,
) -> Then:
    day, moment = evening
    ties, late, undated = _standing(rows, evening)
    tied = {pk for tie in ties for pk in tie[:2]}
    here = {pk for pk in partners | tied if pk in left and not _had_left(left[pk], day)}
    pairs = tied_pairs(ties, here, question)
    unsure = len(tied_pairs(undated, here, question).keys() - pairs.keys())
    told_later = {(min(tie[:2]), max(tie[:2])) for tie in late}
    has_begun = began_at is not None and began_at <= moment
    return Then(
        on=day,
        network=network_in(sorted(here), pairs, ties),
        is_known=unsure <= len(pairs) if pairs or unsure else has_begun,
        late=len(told_later & pairs.keys()),
        undated=unsure,
    )


def _standing(rows: Iterable[Row], evening: Evening) -> tuple[list[Told], list[Told], list[Told]]:
    """The ties that stood, those of them that were told only later, and those of which nobody knows."""
    day, moment = evening
    ties: list[Told] = []
    late: list[Told] = []
    undated: list[Told] = []
    for row in rows:
        if (row.until and row.until < day) or (row.since and row.since > day):
            continue
        levels = row.told_by(moment)
        if levels is not None:
            ties.append(row.with_levels(levels))
        elif row.since:
            late.append(row.with_levels(row.levels))
        else:
            undated.append(row.with_levels(row.levels))
    return ties + late, late, undated


def _had_left(retired_on: date | None, day: date) -> bool:
    return retired_on is not None and retired_on <= day


def _rows(question: Question, membership: Membership) -> tuple[list[Row], datetime | None]:
    """Every tie of the kind that is asked for, ended ones too, and when the first of any kind was told."""
    told, began_at = _told(membership.coalition_id)
    ties = question.ties_ever(membership).values_list(
        "pk", "first_id", "second_id", "relation_id", "since_on", "until_on",
        "level_first", "level_second", "level_ours",
    )  # fmt: skip
    rows = [
        Row(first, second, relation, since, until, tuple(levels), told.get(pk, []))
        for pk, first, second, relation, since, until, *levels in ties
    ]
    return rows, began_at


def _told(coalition: int) -> tuple[dict[int, Story], datetime | None]:
    """Of each tie when it was written, and with which levels from then on; None where it was deleted."""
    rows = events_of(Tie).filter(coalition=coalition).order_by("pgh_id")
    told: dict[int, Story] = defaultdict(list)
    first = None
    for pk, at, label, *levels in rows.values_list(
        "pgh_obj_id", "pgh_created_at", "pgh_label", "level_first", "level_second", "level_ours"
    ):
        first = at if first is None else min(first, at)
        told[pk].append((at, None if label == "delete" else tuple(levels)))
    return told, first


def _organisations(
    question: Question, membership: Membership, days: Iterable[date]
) -> list[dict[int, date | None]]:
    """For each day those that the question leaves, with the day on which they left."""
    rows: Any = Organisation.objects.visible_to(membership).order_by()
    if not question.groups:
        found = dict(
            question.narrowed(rows, membership, on=question.on).values_list("pk", "retired_on")
        )
        return [found for _day in days]
    return [
        dict(question.narrowed(rows, membership, on=day).values_list("pk", "retired_on"))
        for day in days
    ]


def _home(pk: int, homes: Mapping[int, int]) -> int:
    """The one that has taken its place by now: two records of one organisation were never two."""
    while pk in homes:
        pk = homes[pk]
    return pk
