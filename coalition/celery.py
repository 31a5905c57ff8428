"""The door for work beside the request: `celery -A coalition worker` and `celery -A coalition beat`."""

import os

from celery import Celery

from coalition.timetable import TIMETABLE

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coalition.settings")

app = Celery("commonweal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = TIMETABLE
app.autodiscover_tasks()
