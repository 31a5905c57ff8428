"""Merging 2, 100 and 1,000 organisations into one and taking them apart: the queries must not grow."""

from collections.abc import Iterator

from django.utils import timezone

from accounts.models import Membership
from benchmarks.bulk import timed
from benchmarks.table import Line
from partners.models import Merge, Organisation
from partners.operations.merging.merging import merge
from partners.operations.merging.unmerging import unmerge_change

SIZES = (2, 100, 1_000)


def measure(membership: Membership) -> Iterator[Line]:
    for size in SIZES:
        yield from brought_together(membership, size)


def brought_together(membership: Membership, size: int) -> Iterator[Line]:
    survivor, *others = Organisation.objects.visible_to(membership).by_name()[:size]
    who_and_when = {"by": membership.person, "at": timezone.now()}
    together = timed(lambda: merge(survivor, others=others, choices={}, **who_and_when))
    made = Merge.objects.standing().filter(survivor=survivor).latest("pk").change_id
    apart = timed(lambda: unmerge_change(membership.coalition, change=made, **who_and_when))
    for word, (spent, queries) in (("together", together), ("apart again", apart)):
        name = f"{size:,} partners {word}"
        yield Line(operation=name, p50=spent, p95=spent, queries=queries)
