"""That two bodies see to the same can be meant: somebody says why, and it is remembered."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import Duty, MeantOverlap


@transaction.atomic
def mean(first: Duty, second: Duty, *, reason: str, on: date, by: Person) -> MeantOverlap:
    """Of two bodies' duties. Said again it says the newer reason. Refuses duties of one body."""
    Coalition.objects.lock(first.coalition_id)
    if first.body_id == second.body_id:
        raise Refusal(_("These are duties of one body."))
    one, other = sorted((first, second), key=lambda duty: duty.pk)
    with recording("overlap.meant", by=by, reason=reason):
        note, _is_new = MeantOverlap.objects.update_or_create(
            coalition_id=one.coalition_id,
            first=one,
            second=other,
            defaults={"reason": reason, "said_on": on},
        )
    return note


@transaction.atomic
def mean_no_more(note: MeantOverlap, *, by: Person) -> None:
    """It is pointed out again."""
    with recording("overlap.not_meant", by=by):
        note.delete()
