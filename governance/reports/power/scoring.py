"""How evenly power is shared, in figures. Pure arithmetic: rows in, a number out, None where there are none.

No data is not zero: where there is nothing to compute from, the answer is None and the page says “not
enough data”. What is marked [D] is a default of ours without a published source; pages say so.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
G = TypeVar("G", bound=Hashable)

LEAST_LEADING_SEATS = 3  # [D] of two seats one organisation always holds half


def share(part: float, *, of: float) -> float | None:
    """From 0 to 1. None when there is nothing to have a share of."""
    return part / of if of > 0 else None


def parity(seat_share: float | None, member_share: float | None) -> float | None:
    """How a group's share of the seats compares with its share of the membership: 1 is even, 2 is double.

    None when either is unknown, or when nobody of the group is a member: then there is nothing to compare.
    """
    if seat_share is None or not member_share:
        return None
    return seat_share / member_share


def spread(groups_of: Mapping[K, Collection[G]], members: Iterable[K]) -> dict[G, float]:
    """How many of the members each group has. A member of two groups counts half in each.

    So the groups add up to the number of members of whom a group is known. A member who is named twice,
    by two seats, counts twice.
    """
    counts: dict[G, float] = {}
    for member in members:
        groups = groups_of.get(member, ())
        for group in groups:
            counts[group] = counts.get(group, 0.0) + 1 / len(groups)
    return counts


@dataclass(frozen=True)
class Concentration(Generic[K]):
    """How much of the lead the largest holder has. `largest` are several when they hold the same."""

    largest: tuple[K, ...]
    held: int
    of: int

    @property
    def share(self) -> float:
        """From just above 0 to 1."""
        return self.held / self.of


def lead_concentration(holders: Iterable[K]) -> Concentration[K] | None:
    """Chair and co-lead seats held by the largest organisation, of all such seats that are held.

    `holders` names the holder of each leading seat. None with fewer than three seats.
    """
    held: dict[K, int] = {}
    for holder in holders:
        held[holder] = held.get(holder, 0) + 1
    of = sum(held.values())
    if of < LEAST_LEADING_SEATS:
        return None
    most = max(held.values())
    return Concentration(tuple(key for key, n in held.items() if n == most), most, of)
