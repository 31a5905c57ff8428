from celery import shared_task
from django.utils import timezone

from accounts.models import Session


@shared_task
def forget_sessions() -> None:
    """Sessions that ran out let nobody in; nor need we know of them."""
    Session.objects.over(at=timezone.now()).delete()
