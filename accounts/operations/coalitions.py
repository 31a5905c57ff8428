from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Membership, Person
from accounts.permissions import Role
from accounts.second_factors import has_second_factor
from accounts.signals import coalition_founded
from common.history.tracking import recording
from common.refusal import Refusal


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


@transaction.atomic
def require_second_factor(coalition: Coalition, *, roles: Iterable[str], by: Person) -> Coalition:
    """Members of these roles come in only with a second factor. Who asks it of others has one."""
    chosen = [role.value for role in Role if role.value in set(roles)]
    if chosen and not has_second_factor(by):
        raise Refusal(
            _(
                "Set up a second factor of your own first: you ask of others only what you do yourself."
            )
        )
    with recording("coalition.second_factor_required", by=by):
        coalition.second_factor_for = chosen
        coalition.save(update_fields=["second_factor_for"])
    return coalition
