"""The door for work beside the request: `celery -A coalition worker` and `celery -A coalition beat`."""

import os
from typing import Any

from celery import Celery
from celery.signals import worker_init

from coalition.timetable import TIMETABLE

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coalition.settings")

app = Celery("commonweal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = TIMETABLE
app.conf.beat_scheduler = "coalition.heartbeat:Scheduler"
app.conf.beat_max_loop_interval = 15
app.autodiscover_tasks()


@worker_init.connect
def give_signs_of_life(**_: Any) -> None:
    from coalition.heartbeat import listen_to_worker  # noqa: PLC0415 it reads the settings

    listen_to_worker()
