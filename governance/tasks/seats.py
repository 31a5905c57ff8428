from celery import shared_task
from django.utils import timezone

from common.background.batches import each, fan_out
from governance.models import RoleAssignment
from governance.operations.seats.yearly import ask_holders_in


@shared_task
def ask_holders_of(coalition_ids: list[int]) -> None:
    at = timezone.now()
    each(coalition_ids, lambda pk: ask_holders_in(pk, at=at))


@shared_task
def ask_holders_yearly() -> None:
    """Whoever holds a role is asked once a year whether it is still right, in every coalition."""
    fan_out(ask_holders_of, [coalition.pk for coalition in RoleAssignment.objects.coalitions()])
