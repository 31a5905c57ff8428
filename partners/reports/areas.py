"""Which areas lie in which: a town in its county.

Who serves the county serves its towns; who is at home in the town is at home in the county. Which of the two
counts is for each question to say (docs/decisions/0040).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from partners.models import Term


@dataclass(frozen=True)
class Areas:
    """`within`: an area's id → the one it lies in; areas that lie in no other are not named."""

    within: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def among(cls, terms: Iterable[Term]) -> "Areas":
        """From terms that are read already."""
        return cls({term.pk: term.within_id for term in terms if term.within_id})

    @classmethod
    def of(cls, coalition: int) -> "Areas":
        return cls(Term.objects.ways_up(coalition))

    def above(self, pk: int) -> list[int]:
        """What it lies in, the nearest first."""
        found: list[int] = []
        while (pk := self.within.get(pk, 0)) and pk not in found:
            found.append(pk)
        return found

    @cached_property
    def beneath(self) -> Mapping[int, frozenset[int]]:
        """All that lies in an area, however many steps down; areas without parts are not named."""
        found: dict[int, set[int]] = {}
        for pk in self.within:
            for above in self.above(pk):
                found.setdefault(above, set()).add(pk)
        return {pk: frozenset(parts) for pk, parts in found.items()}

    def parts(self, pk: int) -> frozenset[int]:
        return self.beneath.get(pk, frozenset())

    def upwards(self, ids: Iterable[int]) -> frozenset[int]:
        """The areas themselves, and all that they lie in; other terms stay as they are."""
        told = frozenset(ids)
        return told if not self.within else told.union(*(self.above(pk) for pk in told))

    def downwards(self, ids: Iterable[int]) -> frozenset[int]:
        """The areas themselves, and all that lies in them."""
        told = frozenset(ids)
        return told if not self.within else told.union(*(self.parts(pk) for pk in told))
