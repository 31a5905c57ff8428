"""The scores of one organisation, with what made them. Only the partner's own words count."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from partners.models import DepthSettings, Organisation, OwnPriority, ProfileRow, Topic, Voice
from partners.models.depth import Capacity
from partners.models.depth.topics import AMOUNTS
from partners.reports.depth.scoring import (
    Alignment,
    CapacityScore,
    Gain,
    Named,
    alignment,
    alignment_gains,
    capacity,
    capacity_gains,
)

KINDS = dict(Capacity.choices)
AMOUNT_WORDS = dict(AMOUNTS)


@dataclass(frozen=True)
class Scores:
    alignment: Alignment
    capacity: CapacityScore


def named(row: ProfileRow) -> Named:
    """A word of the list is the same word; other words are the same without capitals."""
    key = (
        f"term:{row.term_id}" if row.term_id else f"words:{' '.join(row.words.casefold().split())}"
    )
    return Named(key, row.name)


def own_priorities(coalition: int) -> list[Named]:
    return [
        Named(f"term:{one.term_id}", one.term.name) for one in OwnPriority.objects.of(coalition)
    ]


def scores_of_rows(
    rows: Iterable[ProfileRow], *, ours: Sequence[Named], settings: DepthSettings
) -> Scores:
    """Of rows that are at hand, in their order; our notes among them are passed over."""
    told = [row for row in rows if row.voice == Voice.THEIRS]
    priorities = [named(row) for row in told if row.topic == Topic.PRIORITIES]
    levels = {row.kind: row.level for row in told if row.topic == Topic.CAPACITY}
    return Scores(alignment(priorities, ours), capacity(levels, settings.needed))


def scores_of(organisation: Organisation) -> Scores:
    """In three queries."""
    rows = ProfileRow.objects.of(organisation.pk).in_voice(Voice.THEIRS).in_order()
    coalition = organisation.coalition_id
    ours, settings = own_priorities(coalition), DepthSettings.objects.of(coalition)
    return scores_of_rows(rows, ours=ours, settings=settings)


@dataclass(frozen=True)
class WhyCapacity:
    """A line of the arithmetic in words."""

    name: str
    need: str
    level: str
    adds: float


def capacity_lines(told: CapacityScore) -> list[WhyCapacity]:
    return [
        WhyCapacity(
            name=str(KINDS[line.kind]),
            need=str(AMOUNT_WORDS[line.need]),
            level=str(AMOUNT_WORDS[line.level]),
            adds=line.adds,
        )
        for line in told.lines
    ]


def missing_kinds(told: CapacityScore) -> list[str]:
    return [str(KINDS[kind]) for kind in told.missing]


def raises_capacity(told: CapacityScore) -> list[Gain]:
    return [Gain(str(KINDS[gain.name]), gain.points) for gain in capacity_gains(told)]


def raises_alignment(told: Alignment) -> list[Gain]:
    return alignment_gains(told)
