"""The list in groups: how many stand in each, and which of them are on a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import IntegerField, Value

from common.database.unions import united
from partners.models import BroadSector, Organisation, OwnField
from partners.models.organisation_queries import OrganisationQuerySet
from partners.reports.listing.arrangements import KIND, NO_GROUP, OWNER
from partners.reports.listing.cells import Row
from partners.reports.listing.choices import Lists
from partners.reports.listing.facet_sql import NONE
from partners.reports.listing.facets import Counts
from partners.reports.listing.questions import BROAD


@dataclass(frozen=True)
class Group:
    """Rows that stand together. `value` is what the filter of the same name would choose.

    `first` counts from 1: the place of the first row of this page within its group.
    """

    value: str = NONE
    label: str = ""
    count: int = 0
    rows: list[Row] = field(default_factory=list)
    first: int = 1
    takes: bool = True

    @property
    def is_continued(self) -> bool:
        return self.first > 1

    @property
    def is_cut(self) -> bool:
        return len(self.rows) < self.count


@dataclass(frozen=True)
class Stretch:
    """The rows `first` to `last` (counted from 0, without the last) of one group."""

    group: Group
    first: int
    last: int


def groups_of(group: str, counts: Counts, lists: Lists, *, with_empty: bool) -> list[Group]:
    """The groups in the order of their list; those that stand in none come last.

    `with_empty` has also those in which nobody stands, as the columns of a board.
    """
    known = _labels(group, lists, with_empty=with_empty)
    labels = {**known, **{value: label for value, (label, _n) in counts.groups.items() if label}}
    order = {value: place for place, value in enumerate(known)}
    values = set(counts.groups) | (set(known) | {NONE} if with_empty else set())
    if group == KIND:
        values.discard(NONE)
    takes = {str(keeper.person_id) for keeper in lists.keepers if keeper.ended_on is None} | {NONE}
    return [
        Group(
            value=value,
            label=str(labels.get(value) or NO_GROUP[group]),
            count=counts.groups.get(value, ("", 0))[1],
            takes=group == KIND or value in takes,
        )
        for value in sorted(values, key=lambda one: (one == NONE, order.get(one, len(order)), one))
    ]


def _labels(group: str, lists: Lists, *, with_empty: bool) -> dict[str, Any]:
    if group == KIND:
        return dict(Organisation.Kind.choices)
    if group == BROAD:
        return dict(BroadSector.choices)
    if group == OWNER:
        keepers = [each for each in lists.keepers if each.ended_on is None or not with_empty]
        return {str(each.person_id): str(each.person) for each in keepers}
    return {str(term.pk): term.name for term in lists.terms if term.vocabulary == group}


def stretches(groups: Iterable[Group], first: int, last: int) -> list[Stretch]:
    """What a page from `first` to `last` shows of each group, when they stand one under the other."""
    found, before = [], 0
    for group in groups:
        begins, ends = max(first - before, 0), min(last - before, group.count)
        if begins < ends:
            found.append(Stretch(group, begins, ends))
        before += group.count
    return found


def heads(groups: Iterable[Group], most: int) -> list[Stretch]:
    """The first rows of every group, as a board shows them."""
    return [Stretch(group, 0, min(group.count, most)) for group in groups]


def ids_in(
    found: OrganisationQuerySet,
    by: str,
    order: str,
    parts: Sequence[Stretch],
    *,
    own: Sequence[OwnField] = (),
) -> list[set[int]]:
    """The ids of each stretch, in one query."""
    asked = [
        _in_group(found, by, part.group.value)
        .in_order(order, own=own)
        .annotate(told_place=Value(place, output_field=IntegerField()))
        .values_list("told_place", "pk")[part.first : part.last]
        for place, part in enumerate(parts)
        if part.first < part.last
    ]
    ids: list[set[int]] = [set() for _part in parts]
    if asked:
        for place, pk in united(asked):
            ids[place].add(pk)
    return ids


def _in_group(found: OrganisationQuerySet, by: str, value: str) -> OrganisationQuerySet:
    if by == KIND:
        return found.of_kinds([value])
    if by == OWNER:
        return found.looked_after_by([int(value)] if value else [], or_nobody=not value)
    if by == BROAD:
        return found.of_broad_sectors([value]) if value else found.of_no_broad_sector()
    return found.carrying([int(value)]) if value else found.carrying_none_of(by)


def filled(parts: Sequence[Stretch], ids: Sequence[set[int]], rows: Sequence[Row]) -> list[Group]:
    """Each group with its rows, in the order in which `rows` stand."""
    return [
        Group(
            value=part.group.value,
            label=part.group.label,
            count=part.group.count,
            rows=[row for row in rows if row.pk in chosen],
            first=part.first + 1,
            takes=part.group.takes,
        )
        for part, chosen in zip(parts, ids, strict=True)
    ]
