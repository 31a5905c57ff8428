"""What people say about likely pairs, and asking for a search."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from accounts.models import Coalition, Person
from common.history.tracking import recording
from partners.models import ComparisonDue, DistinctPair, DuplicateSearch, Organisation


@transaction.atomic
def tell_apart(
    one: Organisation, other: Organisation, *, by: Person | None, at: datetime
) -> DistinctPair:
    """Remember that the two are not the same; they are never proposed again.

    Raises MergedAway when one of them was merged into another in this moment.
    """
    first, second = (Organisation.objects.locked(pk) for pk in sorted((one.pk, other.pk)))
    if told := DistinctPair.objects.between(first, second):
        return told
    with recording("pair.told_apart", by=by):
        return DistinctPair.objects.create(
            coalition_id=first.coalition_id, first=first, second=second, said_at=at
        )


@transaction.atomic
def forget_told_apart(pair: DistinctPair, *, by: Person) -> None:
    """Take it back: the two are proposed again as the last search found them, and compared anew soon."""
    with recording("pair.put_back", by=by):
        first, second = pair.first_id, pair.second_id
        pair.delete()
    compare_again(pair.coalition_id, [first, second])


def compare_again(coalition: int, organisations: Iterable[int]) -> None:
    """What was said of them holds no more, so the search has to say what it thinks."""
    here = Organisation.objects.filter(coalition=coalition, pk__in=list(organisations))
    ComparisonDue.objects.bulk_create(
        ComparisonDue(coalition_id=coalition, organisation_id=pk)
        for pk in here.order_by("pk").values_list("pk", flat=True)
    )


def ask_for_search(coalition: Coalition, *, at: datetime) -> DuplicateSearch:
    """Let the whole list be compared; one that waits already is not asked for twice."""
    asked, _is_new = DuplicateSearch.objects.get_or_create(
        coalition=coalition, defaults={"asked_at": at}
    )
    if not asked.is_working:
        asked.state, asked.asked_at = DuplicateSearch.State.WAITING, at
        asked.save(update_fields=["state", "asked_at"])
    return asked
