from datetime import date

from django.db import transaction

from accounts.models import Coalition, Membership, Person
from accounts.permissions import Role
from accounts.signals import coalition_founded
from common.history import recording


@transaction.atomic
def found_coalition(coalition: Coalition, *, by: Person, on: date) -> Membership:
    """Save a new coalition and make its founder the first administrator."""
    with recording("coalition.founded", by=by):
        coalition.founded_on = on
        coalition.save()
        membership = Membership.objects.create(
            coalition=coalition, person=by, role=Role.ADMINISTRATOR, started_on=on
        )
        coalition_founded.send(Coalition, coalition=coalition, by=by)
    return membership
