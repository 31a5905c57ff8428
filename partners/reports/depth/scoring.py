"""Alignment and capacity: pure arithmetic over what was said. No data is not zero.

What is marked [D] is a default of ours without a published source; pages that show a score say so.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

WHOLE = 100
LEAST_PRIORITIES = 2  # [D] with one alone a score would only know 0 and 100
LEAST_COVERED = 0.5  # [D] of what is needed must be answered before a score is shown
LAST_COUNTS = 0.5  # [D] a priority of theirs that is our last counts half of one that is our first
PLENTY = 3


@dataclass(frozen=True)
class Named:
    """A priority: `key` is the same for the same word of the list, or for the same words."""

    key: str
    name: str


@dataclass(frozen=True)
class AlignmentLine:
    """One of their priorities. `share` is its weight among theirs, `worth` how high it stands with us."""

    name: str
    place: int
    share: float
    our_place: int | None
    worth: float

    @property
    def adds(self) -> float:
        return WHOLE * self.share * self.worth


@dataclass(frozen=True)
class Alignment:
    """`value` is 0 to 100, or None when there is not enough data."""

    value: int | None
    lines: tuple[AlignmentLine, ...] = ()
    ours: tuple[str, ...] = ()
    unshared: tuple[str, ...] = ()  # ours that they did not name


@dataclass(frozen=True)
class Gain:
    """What a step would add to a score."""

    name: str
    points: int


def shares(number: int) -> list[float]:
    """Weights of an order, adding up to 1: of three, 3/6, 2/6 and 1/6.

    Rank-sum weights (Stillwell, Seaver and Edwards 1981): an order is all that is known, so each place
    differs from the next by the same step.
    """
    total = number * (number + 1) / 2
    return [(number - place) / total for place in range(number)]


def worth(place: int, *, of: int) -> float:
    """How much it counts that a priority stands at a place among ours: 1 for the first, .5 for the last."""
    if of == 1:
        return 1.0
    return 1 - (1 - LAST_COUNTS) * (place - 1) / (of - 1)


def alignment(theirs: Sequence[Named], ours: Sequence[Named]) -> Alignment:
    """How much of what a partner wants is what the coalition wants.

    Σ over their priorities of the weight of its place with them (`shares`) × how high it stands with us
    (`worth`, 0 for what is not among ours), × 100. Range 0–100: 100 when the coalition's first is all that
    they want, 0 when nothing is shared. None with fewer than two of theirs, or none of ours. Naming another
    of ours, or moving one of ours forward among theirs, never lowers it for priorities of equal worth.
    """
    if len(theirs) < LEAST_PRIORITIES or not ours:
        return Alignment(None, ours=tuple(one.name for one in ours))
    places = {one.key: place for place, one in enumerate(ours, start=1)}
    lines = tuple(
        AlignmentLine(
            name=one.name,
            place=place,
            share=share,
            our_place=places.get(one.key),
            worth=worth(places[one.key], of=len(ours)) if one.key in places else 0.0,
        )
        for place, (one, share) in enumerate(zip(theirs, shares(len(theirs)), strict=True), start=1)
    )
    named = {one.key for one in theirs}
    return Alignment(
        value=round(sum(line.adds for line in lines)),
        lines=lines,
        ours=tuple(one.name for one in ours),
        unshared=tuple(one.name for one in ours if one.key not in named),
    )


def alignment_gains(told: Alignment) -> list[Gain]:
    """What taking up one of theirs, as the last of ours, would add; the largest first."""
    gains = [
        Gain(line.name, round(WHOLE * line.share * LAST_COUNTS))
        for line in told.lines
        if line.our_place is None
    ]
    return sorted(gains, key=lambda gain: -gain.points)


def overlap(one: Sequence[Named], other: Sequence[Named]) -> float | None:
    """How alike two orders of priorities are: 0 shares nothing, 1 is the same in the same order.

    Σ of the smaller weight of each priority that both name (Schoener 1970, overlap of two distributions).
    None when either has fewer than two.
    """
    if min(len(one), len(other)) < LEAST_PRIORITIES:
        return None
    weights = {each.key: share for each, share in zip(other, shares(len(other)), strict=True)}
    pairs = zip(one, shares(len(one)), strict=True)
    return sum(min(share, weights.get(each.key, 0.0)) for each, share in pairs)


# ---------------------------------------------------------------- capacity


@dataclass(frozen=True)
class CapacityLine:
    """One kind that the coalition needs: how much (1 to 3), and what they said they have (0 to 3)."""

    kind: str
    need: int
    level: int
    adds: float


@dataclass(frozen=True)
class CapacityScore:
    """`value` is 0 to 100, or None; `coverage` is the share of what is needed that was answered."""

    value: int | None
    coverage: float
    lines: tuple[CapacityLine, ...] = ()
    missing: tuple[str, ...] = ()


def capacity(levels: Mapping[str, int | None], needs: Mapping[str, int]) -> CapacityScore:
    """How much of what the coalition needs a partner says it could bring.

    Σ need × level / 3 over the kinds that were answered, ÷ Σ need over the same kinds, × 100. Range 0–100.
    A kind that was not asked about is left out, never counted as nothing. None when nothing is needed, or
    when less than half of the need (by weight) was answered. It says nothing of size: the band does.
    """
    told = {kind: levels[kind] for kind in needs if levels.get(kind) is not None}
    missing = tuple(kind for kind in needs if kind not in told)
    whole, answered = sum(needs.values()), sum(needs[kind] for kind in told)
    coverage = answered / whole if whole else 0.0
    if not answered or coverage < LEAST_COVERED:
        return CapacityScore(None, coverage, missing=missing)
    lines = tuple(
        CapacityLine(
            kind, needs[kind], level or 0, WHOLE * needs[kind] * (level or 0) / PLENTY / answered
        )
        for kind, level in told.items()
    )
    return CapacityScore(round(sum(line.adds for line in lines)), coverage, lines, missing)


def capacity_gains(told: CapacityScore) -> list[Gain]:
    """What one step more of a kind would add; the largest first."""
    answered = sum(line.need for line in told.lines)
    gains = [
        Gain(line.kind, round(WHOLE * line.need / PLENTY / answered))
        for line in told.lines
        if line.level < PLENTY
    ]
    return sorted(gains, key=lambda gain: -gain.points)
