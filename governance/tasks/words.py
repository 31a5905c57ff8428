from celery import shared_task

from accounts.models import Coalition
from governance.operations.acronyms import search


@shared_task
def look_for_acronyms_of(coalition_id: int) -> None:
    """In every text of one coalition."""
    search(coalition_id)


@shared_task
def look_for_acronyms() -> None:
    for coalition_id in Coalition.objects.ids():
        look_for_acronyms_of(coalition_id)
