from celery import shared_task
from django.utils import timezone

from governance.operations.power import leadership


@shared_task
def heal_overrides() -> None:
    """Reasons for a lead that is not shared are taken off where it is shared again by itself."""
    leadership.heal_overrides(at=timezone.now())
