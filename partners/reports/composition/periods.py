"""Half-years, as a report names them."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

SECOND_BEGINS = 7  # July


@dataclass(frozen=True, order=True)
class HalfYear:
    """`half` is 1 (January to June) or 2 (July to December)."""

    year: int
    half: int

    @classmethod
    def of(cls, day: date) -> "HalfYear":
        return cls(day.year, 2 if day.month >= SECOND_BEGINS else 1)

    @property
    def first(self) -> date:
        return date(self.year, 1 if self.half == 1 else SECOND_BEGINS, 1)

    @property
    def last(self) -> date:
        return self.next.first - timedelta(days=1)

    @property
    def before(self) -> date:
        """The day on whose evening it begins."""
        return self.first - timedelta(days=1)

    @property
    def next(self) -> "HalfYear":
        return HalfYear(self.year, 2) if self.half == 1 else HalfYear(self.year + 1, 1)

    @property
    def label(self) -> str:
        if self.half == 1:
            return _("January to June %(year)d") % {"year": self.year}
        return _("July to December %(year)d") % {"year": self.year}


def half_years(*, since: date, until: date) -> list[HalfYear]:
    """Those between two days, the newest first."""
    found, one = [], HalfYear.of(since)
    while one <= HalfYear.of(until):
        found.append(one)
        one = one.next
    return found[::-1]
