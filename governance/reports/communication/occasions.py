"""The days on which something is due again and again. Pure computation."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count

from governance.models import Body

DAYS = {Body.Cadence.WEEKLY: 7, Body.Cadence.FORTNIGHTLY: 14}
MONTHS = {
    Body.Cadence.MONTHLY: 1,
    Body.Cadence.QUARTERLY: 3,
    Body.Cadence.HALF_YEARLY: 6,
    Body.Cadence.YEARLY: 12,
}


def occasions(first: date, cadence: str, *, since: date) -> Iterator[date]:
    """Every day on which it is due from `since` on, without end.

    Counted from the first one, so that what is due on the 31st is due on the last day of shorter months and
    on the 31st again. Raises KeyError for what is sent as needed.
    """
    days = (_occasion(first, cadence, number) for number in count())
    return (day for day in days if day >= since)


def _occasion(first: date, cadence: str, number: int) -> date:
    if cadence in DAYS:
        return first + timedelta(days=DAYS[Body.Cadence(cadence)] * number)
    return _months_later(first, MONTHS[Body.Cadence(cadence)] * number)


def _months_later(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    year, month = first.year + years, month + 1
    return date(year, month, min(first.day, calendar.monthrange(year, month)[1]))


def passed(first: date, cadence: str, *, due_on: date, on: date) -> list[date]:
    """The occasions from the one that is due next up to a day: those that were missed, and the day's own."""
    found: list[date] = []
    for day in occasions(first, cadence, since=due_on):
        if day > on:
            return found
        found.append(day)
    return found


def next_after(first: date, cadence: str, *, day: date) -> date:
    return next(occasions(first, cadence, since=day + timedelta(days=1)))
