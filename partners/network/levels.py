"""How closely two organisations work together, on the scale of Frey and others.

Frey, Lohmeier, Lee and Tollefson, "Measuring collaboration among grant partners", American Journal of
Evaluation 27 (2006): 0 none, 1 networking, 2 cooperation, 3 coordination, 4 coalition, 5 collaboration.
Every level is legitimate; more is not better.
"""

from collections.abc import Iterable

LOWEST, HIGHEST = 0, 5
# Two sides that are so far apart do not live in the same partnership (our own line, no publication's).
DISAGREEMENT = 2


def mean_level(levels: Iterable[int | None]) -> float | None:
    """The mean of what was said, from 0 to 5; None when nobody said anything, which is not 0.

    `mean_level([4, 2])` is 3.0, `mean_level([4, None])` is 4.0.
    """
    told = [level for level in levels if level is not None]
    return sum(told) / len(told) if told else None


def is_disagreement(one: int | None, other: int | None) -> bool:
    """Whether two sides see their tie two levels or more apart: that is itself the finding.

    Never, when only one of them has said anything.
    """
    return one is not None and other is not None and abs(one - other) >= DISAGREEMENT
