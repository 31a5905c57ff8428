"""Which pairs, of all who named priorities, have the least in common."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest

from partners.reports.depth.scoring import LEAST_PRIORITIES, Named, shares

FURTHEST = 3
Pair = tuple[float, int, int]  # how much two share (0 to 1), and where each stands in the order


def furthest_apart(said: Mapping[int, Sequence[Named]]) -> list[tuple[int, int]]:
    """The ids of the FURTHEST pairs whose `scoring.overlap` is smallest, in the order of `said`.

    Every pair is looked at, yet only those that share a priority cost something: each priority knows who
    named it with which weight. Once enough pairs share nothing, no other can have less.
    """
    ids = [one for one, theirs in said.items() if len(theirs) >= LEAST_PRIORITIES]
    found: list[Pair] = []
    for place, alike in _alike([said[one] for one in ids]):
        least = nsmallest(FURTHEST, range(len(alike)), key=alike.__getitem__)
        pairs = [(alike[step], place, place + 1 + step) for step in least]
        found = nsmallest(FURTHEST, [*found, *pairs])
        if len(found) == FURTHEST and not found[-1][0]:
            break
    return [(ids[one], ids[other]) for _alike, one, other in found]


def _alike(orders: Sequence[Sequence[Named]]) -> Iterator[tuple[int, list[float]]]:
    """For each order, from the last to the first, how alike those are that follow it."""
    naming: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for place in reversed(range(len(orders))):
        alike = [0.0] * len(orders)
        for key, weight in _weights(orders[place]).items():
            for other, theirs in naming[key]:
                # min() called millions of times costs more than all else.
                alike[other] += weight if weight < theirs else theirs
            naming[key].append((place, weight))
        yield place, alike[place + 1 :]


def _weights(order: Sequence[Named]) -> dict[str, float]:
    return {one.key: share for one, share in zip(order, shares(len(order)), strict=True)}
