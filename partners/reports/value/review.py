"""The yearly review card: what was promised, whether it was delivered, and what they say."""

from dataclasses import dataclass
from datetime import date

from partners.models import Benefit, Organisation, ValueStatement
from partners.reports.value.keeping import Keeping, promises_among


@dataclass(frozen=True)
class ReviewCard:
    """`benefits` are all that were alive in the year; `keeping` is as of the day, not of the year."""

    year: int
    earlier: int | None
    later: int | None
    said: ValueStatement
    benefits: list[Benefit]
    keeping: Keeping

    @property
    def promised(self) -> int:
        return sum(not one.is_withdrawn for one in self.benefits)

    @property
    def delivered(self) -> int:
        return sum(one.is_delivered for one in self.benefits)

    @property
    def came(self) -> int:
        """Of how many they say that it came."""
        return sum(one.came == Benefit.Came.YES for one in self.benefits)

    @property
    def unanswered(self) -> int:
        return sum(not one.came and not one.is_withdrawn for one in self.benefits)


def review_of(organisation: Organisation, *, year: int, on: date) -> ReviewCard:
    """Two queries, whatever the year. `on` is the day on which it is looked at."""
    rows = list(Benefit.objects.of([organisation]).with_people())
    alive = [one for one in rows if one.lived_in(year)]
    first = min((one.promised_on.year for one in rows), default=year)
    return ReviewCard(
        year=year,
        earlier=year - 1 if first < year else None,
        later=year + 1 if year < on.year else None,
        said=ValueStatement.objects.told_of(organisation),
        benefits=sorted(alive, key=lambda one: (one.due_on or date.max, one.promised_on, one.pk)),
        keeping=promises_among(rows, on=on).keeping,
    )
