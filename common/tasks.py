from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from common.background import outbox
from common.editing import form_keys
from common.files import sweeping

# Longer than any upload or request takes.
YOUNG_FILE = timedelta(days=1)


@shared_task
def deliver_outbox() -> None:
    outbox.deliver(at=timezone.now())


@shared_task
def forget_sent_forms() -> None:
    form_keys.forget(before=timezone.now() - form_keys.KEPT_FOR)


@shared_task
def sweep_files() -> None:
    sweeping.sweep(before=timezone.now() - YOUNG_FILE)
