"""From single scores to figures: pure arithmetic, no database, no clock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import fmean

LEAST = 2  # reviewers; one alone is an opinion, not a mean
WIDE = 1.0  # points between the highest and the lowest reviewer from which a talk is worth it


@dataclass(frozen=True)
class Tally:
    """What several reviewers gave, each on 0 to 4. All figures are None below two reviewers."""

    given: tuple[float, ...] = ()

    @property
    def number(self) -> int:
        return len(self.given)

    @property
    def mean(self) -> float | None:
        return fmean(self.given) if self.is_enough else None

    @property
    def low(self) -> float | None:
        return min(self.given) if self.is_enough else None

    @property
    def high(self) -> float | None:
        return max(self.given) if self.is_enough else None

    @property
    def spread(self) -> float | None:
        """The highest less the lowest, 0 to 4."""
        return max(self.given) - min(self.given) if self.is_enough else None

    @property
    def is_wide(self) -> bool:
        return self.spread is not None and self.spread >= WIDE

    @property
    def is_enough(self) -> bool:
        return self.number >= LEAST


def weighted(points: Mapping[int, int], weights: Mapping[int, int]) -> float:
    """What one reviewer gives in all, 0 to 4: each score by its criterion's weight, over all weights.

    Weights 50, 30 and 20 with scores 4, 2 and 1 give (200 + 60 + 20) / 100 = 2.8. Raises KeyError when a
    criterion was not scored.
    """
    return sum(points[one] * weight for one, weight in weights.items()) / sum(weights.values())


def tally_of(reviews: Iterable[Mapping[int, int]], criterion: int) -> Tally:
    """Of one criterion, over the reviews given."""
    return Tally(tuple(float(points[criterion]) for points in reviews))


def total_of(reviews: Iterable[Mapping[int, int]], weights: Mapping[int, int]) -> Tally:
    """Of all criteria. Its mean is the weighted mean of the means, since everybody scores each."""
    return Tally(tuple(weighted(points, weights) for points in reviews))
