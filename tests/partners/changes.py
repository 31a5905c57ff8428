"""Changes on days of their own. The triggers stamp all of a test's single transaction alike."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from uuid import UUID

from django.apps import apps
from pghistory.models import Event

from accounts.models import Person
from common.history.tracking import recording
from tests.factories import NOW

EVENTS = [model for model in apps.get_models() if issubclass(model, Event)]


@contextmanager
def change(
    verb: str = "organisation.edited", *, day: int, by: Person | None = None, reason: str = ""
) -> Iterator[UUID]:
    """A change that happened `day` days after the first of them."""
    with recording(verb, by=by, reason=reason) as made:
        yield made
    for model in EVENTS:
        model.objects.filter(pgh_context_id=made).update(pgh_created_at=on_day(day))


def on_day(day: int) -> datetime:
    return NOW - timedelta(days=60 - day)
