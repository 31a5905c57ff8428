"""Who looks after organisations when somebody leaves."""

from uuid import UUID

from django.db import transaction

from accounts.models import Membership, Person
from common.history.rewind import changed_since, undo_change
from common.history.tracking import recording
from partners.models import Organisation


@transaction.atomic
def hand_over_organisations(membership: Membership, *, to: Person, by: Person) -> int:
    """All that the person looks after in the coalition, in one statement; how many those are."""
    kept = Organisation.objects.of_coalition(membership.coalition_id)
    with recording("organisation.handed_over", by=by):
        return kept.looked_after_by([membership.person_id]).update(owner=to)


def take_back_organisations(change: UUID) -> None:
    """What was handed over in a change goes back, but for what has been edited since."""
    edited = [touched.pk for touched in changed_since(change, models=[Organisation])]
    undo_change(change, models=[Organisation], leaving={Organisation: edited})
