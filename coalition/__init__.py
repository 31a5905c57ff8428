"""The wiring: settings, addresses, the timetable, and `up`. No rule of the business lives here."""

from coalition.celery import app as celery_app

__all__ = ["celery_app"]
