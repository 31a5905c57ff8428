"""Once a year holders are asked whether their role is still right."""

from datetime import datetime

from accounts.models import Coalition
from common.refusal import Refusal
from governance.models import RoleAssignment
from governance.operations.seats.answers import ask
from governance.reports.seats.due_to_confirm import due_to_confirm


def ask_holders_in(coalition: int, *, at: datetime) -> int:
    return ask_holders(Coalition.objects.get(pk=coalition), at=at)


def ask_holders(coalition: Coalition, *, at: datetime) -> int:
    """Write to everybody who is due by that day, each in a transaction of its own; how many letters left.

    Whoever was asked is not due any more, so a second run finds nobody, and a missed night is made up for.
    """
    on = coalition.day(at=at)
    roles = list(due_to_confirm(coalition.pk, on=on))
    return sum(_asked(role, at=at) for role in roles)


def _asked(role: RoleAssignment, *, at: datetime) -> bool:
    try:
        ask(role, by=None, at=at)
    except (Refusal, RoleAssignment.DoesNotExist):  # ended, or gone, since it was found
        return False
    return True
