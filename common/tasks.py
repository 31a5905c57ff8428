from celery import shared_task
from django.utils import timezone

from common import outbox


@shared_task
def deliver_outbox() -> None:
    outbox.deliver(at=timezone.now())
