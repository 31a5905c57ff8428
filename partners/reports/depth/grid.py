"""Influence by interest: who stands where, as a grid and as the same table."""

from dataclasses import dataclass

from accounts.models import Membership
from partners.models import Organisation, Stake
from partners.models.depth.stakes import LEAST, MOST

MOST_SHOWN = 300  # on one grid; a person cannot read more
MOST_OFFERED = 50
STEPS = range(LEAST, MOST + 1)


@dataclass(frozen=True)
class Cell:
    influence: int
    interest: int
    stakes: list[Stake]


@dataclass(frozen=True)
class Grid:
    """`lines` from the greatest influence down, each from the least interest up."""

    lines: list[list[Cell]]
    stakes: list[Stake]
    unplaced: list[Organisation]
    is_cut: bool


def grid_of(membership: Membership) -> Grid:
    """In two queries, whatever stands there."""
    found = list(Stake.objects.placed(membership)[: MOST_SHOWN + 1])
    stakes = found[:MOST_SHOWN]
    rows = Organisation.objects.of_coalition(membership.coalition_id).active()
    waiting = rows.of_kinds([Organisation.Kind.STAKEHOLDER]).filter(stakes=None)
    return Grid(
        lines=[
            [
                Cell(
                    influence,
                    interest,
                    [
                        one
                        for one in stakes
                        if (one.influence, one.interest) == (influence, interest)
                    ],
                )
                for interest in STEPS
            ]
            for influence in reversed(STEPS)
        ],
        stakes=stakes,
        unplaced=list(waiting.order_by("sort_name", "pk")[:MOST_OFFERED]),
        is_cut=len(found) > MOST_SHOWN,
    )
