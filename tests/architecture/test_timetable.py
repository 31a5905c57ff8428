"""Whatever runs by itself may run twice: the second run changes nothing."""

from collections.abc import Iterator

import pytest
from django.apps import apps

from coalition.celery import app
from coalition.timetable import TIMETABLE
from tests.factories import InvitationFactory, RepresentationFactory

TASKS = sorted({entry["task"] for entry in TIMETABLE.values()})


@pytest.fixture
def populated(db) -> None:
    InvitationFactory()
    RepresentationFactory()


def everything() -> dict[str, list]:
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
    }


def registered() -> Iterator[str]:
    app.loader.import_default_modules()
    yield from app.tasks


@pytest.mark.parametrize("task", TASKS)
def test_task_run_twice_changes_nothing_the_second_time(task, populated):
    assert task in set(registered())
    app.tasks[task].apply(throw=True)
    once = everything()
    app.tasks[task].apply(throw=True)
    assert everything() == once
