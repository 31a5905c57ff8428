"""The door for work beside the request: `celery -A coalition worker` and `celery -A coalition beat`."""

import os
from typing import Any

from celery import Celery
from celery.signals import before_task_publish, task_postrun, task_prerun, worker_init
from django.utils import translation

from coalition.timetable import TIMETABLE

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coalition.settings")

app = Celery("commonweal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = TIMETABLE
app.conf.beat_scheduler = "coalition.heartbeat:Scheduler"
app.conf.beat_max_loop_interval = 15
app.autodiscover_tasks()


@before_task_publish.connect
def take_language_along(headers: dict[str, Any], **_: Any) -> None:
    """Whoever reads Spanish reads the sentences of the worker in Spanish too."""
    headers["language"] = translation.get_language()


@task_prerun.connect
def speak_as_asked(task: Any, **_: Any) -> None:
    if language := task.request.get("language"):
        translation.activate(language)


@task_postrun.connect
def speak_as_usual(**_: Any) -> None:
    translation.deactivate()


@worker_init.connect
def give_signs_of_life(**_: Any) -> None:
    from coalition.heartbeat import listen_to_worker  # noqa: PLC0415 it reads the settings

    listen_to_worker()
