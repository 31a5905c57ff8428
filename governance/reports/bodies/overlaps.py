"""Duties of two bodies that say the same, and those of which somebody said that it is meant."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from accounts.models import Membership
from governance.models import Body, Duty, MeantOverlap
from governance.reports.bodies.likeness import Likeness, likeness, tokens

MOST = 200  # pairs that a page shows, the most alike first


@dataclass(frozen=True)
class Overlap:
    """Two duties of two bodies, how alike they are and by which words, and why that is meant."""

    first: Duty
    second: Duty
    likeness: Likeness
    note: MeantOverlap | None = None

    @property
    def sides(self) -> tuple[Duty, Duty]:
        return self.first, self.second

    def other(self, body: int) -> Duty:
        return self.second if self.first.body_id == body else self.first


@dataclass(frozen=True)
class Overlaps:
    open: list[Overlap]
    meant: list[Overlap]
    duties: int
    bodies: int


def overlaps_for(membership: Membership, *, of: Body | None = None) -> Overlaps:
    """Among the duties that the member may read, or of one body with all others: two queries.

    A duty that one may not read gives nothing away.
    """
    duties = list(Duty.objects.visible_to(membership).with_plain().select_related("body"))
    found = sorted(_alike(duties, of), key=lambda pair: (-pair.likeness.score, pair.first.pk))
    notes = {
        (note.first_id, note.second_id): note
        for note in MeantOverlap.objects.of_coalition(membership.coalition_id)
    }
    told = [_noted(pair, notes) for pair in found]
    return Overlaps(
        open=[pair for pair in told if not pair.note][:MOST],
        meant=[pair for pair in told if pair.note][:MOST],
        duties=len(duties),
        bodies=len({duty.body_id for duty in duties}),
    )


def _alike(duties: list[Duty], of: Body | None) -> Iterator[Overlap]:
    told = sorted(
        ((duty, tokens(duty.plain)) for duty in duties),  # type: ignore[attr-defined]
        key=lambda each: each[0].pk,
    )
    for (first, one), (second, other) in combinations(told, 2):
        bodies = {first.body_id, second.body_id}
        if len(bodies) < 2 or (of is not None and of.pk not in bodies):  # noqa: PLR2004 - a pair
            continue
        if found := likeness(one, other):
            yield Overlap(first, second, found)


def _noted(pair: Overlap, notes: dict[tuple[int, int], MeantOverlap]) -> Overlap:
    note = notes.get((pair.first.pk, pair.second.pk))
    return Overlap(pair.first, pair.second, pair.likeness, note)
