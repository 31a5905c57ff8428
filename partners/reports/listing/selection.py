"""What is picked in the list, as its bar tells it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from accounts.models import Membership
from accounts.permissions import Permission
from partners.models import Selection

MERGED_AT_LEAST = 2


@dataclass(frozen=True)
class Picked:
    """How many are selected in all, how many of those are retired, and which of the rows that are shown."""

    count: int = 0
    retired: int = 0
    here: frozenset[int] = frozenset()
    shown: tuple[int, ...] = ()
    may_pick: bool = False

    @property
    def is_all_here(self) -> bool:
        return bool(self.shown) and len(self.here) == len(self.shown)

    @property
    def shown_text(self) -> str:
        return ",".join(map(str, self.shown))

    @property
    def can_be_merged(self) -> bool:
        return self.count >= MERGED_AT_LEAST


def picked_among(
    shown: Iterable[int], *, membership: Membership, at: datetime, has_picked: bool = True
) -> Picked:
    """One query; none by who has picked nothing or may not, nor where nothing can be ticked."""
    shown = tuple(dict.fromkeys(shown))  # grouped by sector, a partner may stand on a page twice
    if not shown or not may_pick(membership):
        return Picked()
    if not has_picked:
        return Picked(shown=shown, may_pick=True)
    count, retired, here = Selection.objects.among(membership, shown, at=at)
    return Picked(count=count, retired=retired, here=here, shown=shown, may_pick=True)


def may_pick(membership: Membership) -> bool:
    return membership.may(Permission.EDIT_PARTNERS) or membership.may(Permission.EXPORT_PARTNERS)
