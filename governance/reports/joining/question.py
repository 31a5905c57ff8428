"""What somebody asks of the figures, by the address: `?who=person&from=2026-01-01&until=2026-06-30`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urlencode

from django.utils.dateparse import parse_date

from governance.models import Audience
from governance.reports.joining.figures import LABELS
from governance.reports.joining.ways import FIRSTS

A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Question:
    """Of whom, in which time; `stage` keeps to who has reached it, or with `missing` to who has not.

    `by` says by what the period finds them: the day they began (`way`), or the day they joined.
    """

    who: str
    since: date
    until: date
    stage: str = ""
    by: str = "way"
    missing: bool = False

    @classmethod
    def asked(cls, query: Mapping[str, str], *, on: date) -> "Question":
        """The last year of partners, as far as the address says nothing else."""
        until = _day(query.get("until", "")) or on
        since = _day(query.get("from", "")) or until - A_YEAR
        since, until = min(since, until), max(since, until)
        who = query.get("who", "")
        stage = query.get("stage", "")
        return cls(
            who=who if who in Audience.values else Audience.PARTNER.value,
            since=since,
            until=until,
            stage=stage if stage in LABELS else "",
            by="joined" if query.get("by") == "joined" else "way",
            missing=query.get("missing") == "yes" and stage in FIRSTS,
        )

    @property
    def address(self) -> str:
        told = {
            "who": self.who,
            "from": self.since.isoformat(),
            "until": self.until.isoformat(),
            "stage": self.stage,
            "by": "" if self.by == "way" else self.by,
        }
        return urlencode({name: value for name, value in told.items() if value})

    @property
    def is_of_partners(self) -> bool:
        return self.who == Audience.PARTNER


def _day(told: str) -> date | None:
    try:
        return parse_date(told)
    except ValueError:
        return None
