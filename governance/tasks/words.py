from celery import shared_task

from accounts.models import Coalition
from common.background.batches import each, fan_out
from governance.operations.acronyms import search


@shared_task
def look_for_acronyms_of(coalition_id: int) -> None:
    """In every text of one coalition."""
    search(coalition_id)


@shared_task
def look_for_acronyms_in(coalition_ids: list[int]) -> None:
    each(coalition_ids, search)


@shared_task
def look_for_acronyms() -> None:
    fan_out(look_for_acronyms_in, Coalition.objects.ids())
