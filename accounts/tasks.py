from celery import shared_task
from django.utils import timezone

from accounts.operations.sessions import forget_over


@shared_task
def forget_sessions() -> None:
    """Sessions that ran out let nobody in; nor need we know of them."""
    forget_over(at=timezone.now())
