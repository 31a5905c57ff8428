from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo


@dataclass(frozen=True)
class Days:
    """Turns "11 weeks ago" into a working day and an hour of it, always before `on`.

    The same weeks of the same thing give the same day on every run, so that a successor starts on
    the day the predecessor leaves. Chance only spreads the days over the week.
    """

    on: date
    time_zone: ZoneInfo

    def day(self, weeks: int, *, of: str) -> date:
        """From Monday to Friday of the week that lies `weeks` (1 or more) before that of `on`."""
        monday = self.on - timedelta(weeks=weeks, days=self.on.weekday())
        return monday + timedelta(days=self._chance(weeks, of).randrange(5))

    def moment(self, weeks: int, *, of: str) -> datetime:
        """On that day, between 8:30 and 17:30 by the coalition's clock."""
        chance = self._chance(weeks, of)
        chance.randrange(5)  # the day has used up the first throw
        minutes = 8 * 60 + 30 + chance.randrange(9 * 60)
        at = time(minutes // 60, minutes % 60, chance.randrange(60))
        return datetime.combine(self.day(weeks, of=of), at, tzinfo=self.time_zone)

    def _chance(self, weeks: int, of: str) -> Random:
        return Random(f"{of}, {weeks} weeks ago")  # noqa: S311 - it guards nothing
