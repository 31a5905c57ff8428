from celery import shared_task
from django.utils import timezone

from common import form_keys, outbox


@shared_task
def deliver_outbox() -> None:
    outbox.deliver(at=timezone.now())


@shared_task
def forget_sent_forms() -> None:
    form_keys.forget(before=timezone.now() - form_keys.KEPT_FOR)
