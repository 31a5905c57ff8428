from datetime import date
from itertools import islice

import pytest

from governance.reports.communication.occasions import next_after, occasions, passed


def days(first, cadence, number=4):
    return [day.isoformat() for day in islice(occasions(first, cadence, since=first), number)]


@pytest.mark.parametrize(
    ("cadence", "told"),
    [
        ("weekly", ["2026-01-31", "2026-02-07", "2026-02-14", "2026-02-21"]),
        ("fortnightly", ["2026-01-31", "2026-02-14", "2026-02-28", "2026-03-14"]),
        ("monthly", ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]),
        ("quarterly", ["2026-01-31", "2026-04-30", "2026-07-31", "2026-10-31"]),
        ("half_yearly", ["2026-01-31", "2026-07-31", "2027-01-31", "2027-07-31"]),
        ("yearly", ["2026-01-31", "2027-01-31", "2028-01-31", "2029-01-31"]),
    ],
)
def test_occasions_come_in_their_rhythm(cadence, told):
    assert days(date(2026, 1, 31), cadence) == told


def test_leap_day_comes_back():
    assert days(date(2024, 2, 29), "yearly", 5)[-1] == "2028-02-29"


FIRST = date(2026, 1, 10)


@pytest.mark.parametrize(
    ("due_on", "on", "number"),
    [
        (FIRST, date(2026, 1, 9), 0),
        (FIRST, FIRST, 1),
        (FIRST, date(2026, 2, 9), 1),
        (FIRST, date(2026, 3, 10), 3),
        (date(2026, 3, 10), date(2026, 3, 12), 1),
    ],
)
def test_occasions_that_went_by_are_counted(due_on, on, number):
    assert len(passed(FIRST, "monthly", due_on=due_on, on=on)) == number


def test_next_occasion_is_a_later_day():
    assert next_after(FIRST, "monthly", day=FIRST) == date(2026, 2, 10)
