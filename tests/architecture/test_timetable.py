"""Whatever runs by itself may run twice: the first run does its work, the second changes nothing."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core.files.storage import default_storage

from coalition.celery import app
from coalition.timetable import TIMETABLE
from common.files.stored import FOLDER
from tests.architecture.due import DUE

TASKS = sorted({entry["task"] for entry in TIMETABLE.values()})


def everything() -> dict[str, object]:
    rows = {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
    }
    return {**rows, "files": sorted(files())}


def files() -> Iterator[str]:
    if default_storage.exists(FOLDER):
        for folder in default_storage.listdir(FOLDER)[0]:
            for name in default_storage.listdir(f"{FOLDER}/{folder}")[1]:
                yield f"{folder}/{name}"


def registered() -> Iterator[str]:
    app.loader.import_default_modules()
    yield from app.tasks


@pytest.mark.parametrize("task", TASKS)
def test_task_run_twice_changes_nothing_the_second_time(task, here, settings):
    assert task in set(registered())
    settings.HAS_MAIL_SERVER = True
    DUE[task](here)
    before = everything()
    app.tasks[task].apply(throw=True)
    once = everything()
    assert once != before, "nothing was due, so twice proves nothing"
    app.tasks[task].apply(throw=True)
    assert everything() == once
