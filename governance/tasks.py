from celery import shared_task
from django.utils import timezone

from governance.operations.power import leadership


@shared_task
def heal_overrides() -> None:
    """Reasons for a lead that is not shared are taken off where it is shared again by itself."""
    leadership.heal_overrides(at=timezone.now())

from accounts.models import Coalition
from governance.operations.acronyms import search


@shared_task
def look_for_acronyms_of(coalition_id: int) -> None:
    """In every text of one coalition."""
    search(coalition_id)


@shared_task
def look_for_acronyms() -> None:
    for coalition_id in Coalition.objects.order_by("pk").values_list("pk", flat=True):
        look_for_acronyms_of(coalition_id)
