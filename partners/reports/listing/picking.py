"""The form by which columns are chosen and ordered, read from its own address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

from accounts.models import Membership
from partners.reports.listing.arrangements import Arrangement, in_order, usual
from partners.reports.listing.columns import COLUMNS, Column

# The form's own fields; all others belong to the list and are carried along.
OWN = ("show", "order", "up", "down", "do", "columns", "page", "counts")
SHOW, USUAL = "show", "usual"


@dataclass(frozen=True)
class Pick:
    """One column that may be shown."""

    key: str
    label: Any
    is_shown: bool
    is_first: bool
    is_last: bool
    pressed: str = ""

    @property
    def focus(self) -> str:
        """The button to press again: the same one, or at either end the other."""
        if self.pressed == "up":
            return "down" if self.is_first else "up"
        return "up" if self.pressed and self.is_last else self.pressed


@dataclass(frozen=True)
class Picking:
    """`?show=kind&show=city&order=kind,city,owner,…&up=city`: what is ticked, and every column in order.

    "Up" and "down" move one column by a place and show the form again; `do` says that it is done.
    """

    offered: Mapping[str, Column]
    usual: tuple[str, ...]
    order: tuple[str, ...]
    shown: frozenset[str]
    rest: QueryDict
    do: str = ""
    moved: str = ""
    pressed: str = ""

    @classmethod
    def asked(
        cls, address: QueryDict, *, membership: Membership, own: Sequence[Column]
    ) -> "Picking":
        """`own` are the columns of the coalition's own fields that the member sees."""
        columns = Arrangement.asked(address).columns or usual(own)
        every = COLUMNS | {column.key: column for column in own}
        offered = {key: each for key, each in every.items() if membership.may(each.permission)}
        named = address.get("order", "").split(",") if "order" in address else columns
        order = dict.fromkeys(key for key in (*named, *offered) if key in offered and key != "name")
        shown = address.getlist("show") if "order" in address else columns
        rest = address.copy()
        for name in OWN:
            rest.pop(name, None)
        up, down = address.get("up", ""), address.get("down", "")
        return cls(
            offered=offered,
            usual=usual(own),
            order=_moved(list(order), up or down, by=-1 if up else 1),
            shown=frozenset(shown),
            rest=rest,
            do=address.get("do", ""),
            moved=up or down,
            pressed="up" if up else "down",
        )

    @property
    def is_done(self) -> bool:
        return self.do in (SHOW, USUAL)

    @property
    def address(self) -> str:
        """The list's address with these columns."""
        chosen = in_order(["name", *(key for key in self.order if key in self.shown)])
        address = self.rest.copy()
        if self.do == SHOW and chosen != self.usual:
            address["columns"] = ",".join(chosen)
        return address.urlencode()

    @property
    def picks(self) -> list[Pick]:
        last = len(self.order) - 1
        return [
            Pick(
                key,
                self.offered[key].label,
                is_shown=key in self.shown,
                is_first=place == 0,
                is_last=place == last,
                pressed=self.pressed if key == self.moved else "",
            )
            for place, key in enumerate(self.order)
        ]

    @property
    def carried(self) -> list[tuple[str, str]]:
        """The rest of the list's address, as hidden fields."""
        return [(name, value) for name, values in self.rest.lists() for value in values]


def _moved(order: list[str], key: str, *, by: int) -> tuple[str, ...]:
    if key in order:
        place = order.index(key)
        order.insert(max(place + by, 0), order.pop(place))
    return tuple(order)
