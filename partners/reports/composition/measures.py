"""What can be said of a table in figures. Pure arithmetic: rows in, a number out, None where there are none.

No data is not zero: where there is nothing to compute from, the answer is None and the page says
"not enough data".
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from math import exp, log
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True)
class Coverage(Generic[K]):
    """Of what was asked for, what is there and what is absent, both in the order asked."""

    there: tuple[K, ...]
    absent: tuple[K, ...]

    @property
    def of(self) -> int:
        return len(self.there) + len(self.absent)

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return len(self.there) / self.of


def coverage(voices: Mapping[K, int]) -> Coverage[K] | None:
    """Required entries with at least one organisation, of all required entries.

    `voices` has for each required entry how many organisations carry it. None when nothing is required.
    """
    if not voices:
        return None
    return Coverage(
        there=tuple(key for key, number in voices.items() if number > 0),
        absent=tuple(key for key, number in voices.items() if number <= 0),
    )


def effective_number(counts: Iterable[float]) -> float | None:
    """How many groups of equal size would be as mixed: exp(-sum of p ln p), after Shannon.

    From 1 (all in one group) to the number of groups (all of one size). Groups of nobody do not count;
    None when there is nobody at all. An organisation in two groups counts in both.
    """
    sizes = [count for count in counts if count > 0]
    whole = sum(sizes)
    if not whole:
        return None
    return exp(-sum(size / whole * log(size / whole) for size in sizes))


def single_voices(voices: Mapping[K, tuple[int, int]]) -> tuple[K, ...]:
    """The groups for which exactly one organisation, or exactly one person, speaks.

    `voices` has for each group how many organisations and how many people. A group for which nobody is
    here is absent, not a single voice; an organisation of which no person is known is one voice.
    """
    return tuple(
        key
        for key, (organisations, people) in voices.items()
        if organisations == 1 or (organisations > 1 and people == 1)
    )


def new_voice_rate(*, joined: int, at_start: int) -> float | None:
    """Organisations that joined in a time, for each that was there when it began. 0.25 is one in four.

    None when nobody was there at the start.
    """
    return joined / at_start if at_start > 0 else None
