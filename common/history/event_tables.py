"""Where history keeps what a row was: beside each tracked table stands one of its events."""

from django.db import models


def event_model(model: type[models.Model]) -> type[models.Model]:
    """Insertions, changes and deletions of a model are kept in one and the same table."""
    return next(iter(model.pgh_event_models.values()))  # type: ignore[attr-defined]


def events_of(model: type[models.Model]) -> models.QuerySet:
    """All that was ever written to a model's table."""
    return event_model(model).objects.all()  # type: ignore[attr-defined]
