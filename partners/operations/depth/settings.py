"""What the coalition compares its partners with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction

from accounts.models import Coalition, Person
from common.history.tracking import recording
from partners.models import DepthSettings, OwnPriority


@dataclass(frozen=True)
class Comparison:
    """`priorities` are ids of terms, the most important first; `needs` is 1 to 3 by kind of capacity."""

    verify_every: int
    needs: Mapping[str, int]
    priorities: Sequence[int]


@transaction.atomic
def save_comparison(coalition: Coalition, comparison: Comparison, *, by: Person) -> DepthSettings:
    Coalition.objects.lock(coalition.pk)
    with recording("depth_settings.changed", by=by):
        settings = DepthSettings.objects.of(coalition.pk)
        settings.verify_every = comparison.verify_every
        settings.needs = dict(comparison.needs)
        settings.save()
        _write_priorities(coalition, comparison.priorities)
    return settings


def _write_priorities(coalition: Coalition, terms: Sequence[int]) -> None:
    """A priority that stays keeps its row; only what differs is written."""
    stood = {one.term_id: one for one in OwnPriority.objects.filter(coalition=coalition)}
    gone = [one.pk for term, one in stood.items() if term not in terms]
    OwnPriority.objects.filter(pk__in=gone).delete()
    for position, term in enumerate(terms, start=1):
        one = stood.get(term) or OwnPriority(coalition=coalition, term_id=term)
        if one.position != position:
            one.position = position
            one.save()
