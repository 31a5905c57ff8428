from celery import shared_task
from django.utils import timezone

from governance.models import RoleAssignment
from governance.operations.seats.yearly import ask_holders


@shared_task
def ask_holders_yearly() -> None:
    """Whoever holds a role is asked once a year whether it is still right, in every coalition."""
    at = timezone.now()
    for coalition in RoleAssignment.objects.coalitions():
        ask_holders(coalition, at=at)
