"""What people say about likely pairs, and asking for a search."""

from datetime import datetime

from django.db import transaction

from accounts.models import Coalition, Person
from common.history import recording
from partners.models import ComparisonDue, DistinctPair, DuplicateSearch, Organisation


@transaction.atomic
def tell_apart(
    one: Organisation, other: Organisation, *, by: Person | None, at: datetime
) -> DistinctPair:
    """Remember that the two are not the same; they are never proposed again."""
    first, second = sorted((one, other), key=lambda organisation: organisation.pk)
    with recording("pair.told_apart", by=by):
        pair, _is_new = DistinctPair.objects.get_or_create(
            first=first,
            second=second,
            defaults={"coalition_id": first.coalition_id, "said_at": at},
        )
    return pair


@transaction.atomic
def forget_told_apart(pair: DistinctPair, *, by: Person) -> None:
    """Take it back: the two are proposed again as the last search found them, and compared anew soon."""
    with recording("pair.put_back", by=by):
        pair.delete()
    ComparisonDue.objects.bulk_create(
        ComparisonDue(coalition_id=pair.coalition_id, organisation_id=pk)
        for pk in (pair.first_id, pair.second_id)
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
