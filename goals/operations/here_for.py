"""Saying for which goals a partner is here."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from accounts.models import Person
from common.history.tracking import recording
from goals.models import Goal, HereFor
from partners.models import Organisation


@transaction.atomic
def say_here_for(
    organisation: Organisation,
    goals: Iterable[Goal],
    *,
    on: date,
    by: Person,
    is_own_hand: bool = False,
) -> None:
    """Exactly these of the goals that run; what was said before of the others stays who said it, and when."""
    organisation = Organisation.objects.locked_home(organisation.pk)
    wanted = {goal.pk for goal in goals}
    rows = HereFor.objects.filter(organisation=organisation).in_running_goals()
    said = set(rows.values_list("goal", flat=True))
    with recording("here_for.said", by=by):
        rows.exclude(goal__in=wanted).delete()
        HereFor.objects.bulk_create(
            HereFor(
                coalition_id=organisation.coalition_id,
                organisation=organisation,
                goal_id=goal,
                said_on=on,
                said_by=by,
                is_own_hand=is_own_hand,
            )
            for goal in sorted(wanted - said)
        )
