from celery import shared_task
from django.utils import timezone

from accounts.models import PersonErasure
from accounts.operations import perform_erasure
from accounts.operations.sessions import forget_over


@shared_task
def forget_sessions() -> None:
    """Sessions that ran out let nobody in; nor need we know of them."""
    forget_over(at=timezone.now())


@shared_task
def erase_person(erasure_id: int) -> None:
    perform_erasure(erasure_id, at=timezone.now())


@shared_task
def resume_erasures() -> None:
    """Accounts whose message was lost, or whose worker died, are erased after all."""
    for erasure_id in PersonErasure.objects.working().ids():
        erase_person(erasure_id)
