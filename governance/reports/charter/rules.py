"""The ground rules, and who has read them as they stand."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import DateTimeField, F, Max, OuterRef, QuerySet, Subquery

from accounts.models import Membership
from governance.models import GroundRule, GroundRulesRead


@dataclass(frozen=True)
class GroundRules:
    """The rules in their order. `read_at` is when the asking member last read them, if ever."""

    rules: list[GroundRule]
    read_at: datetime | None

    @property
    def are_read(self) -> bool:
        """As they stand: nothing has come to mean something else since."""
        return self.read_at is not None and self.read_at >= self.latest

    @property
    def latest(self) -> datetime:
        return max(rule.means_since for rule in self.rules)

    @property
    def wait(self) -> bool:
        return bool(self.rules) and not self.are_read


@dataclass(frozen=True)
class Reader:
    """A member, and when they read the rules; `is_current` when that was the rules of today."""

    membership: Membership
    read_at: datetime | None
    is_current: bool


@dataclass(frozen=True)
class Readers:
    """Who has not comes first."""

    readers: list[Reader]

    @property
    def read(self) -> int:
        return sum(one.is_current for one in self.readers)

    @property
    def waiting(self) -> int:
        return len(self.readers) - self.read


def ground_rules(membership: Membership) -> GroundRules:
    """Two queries."""
    rules = list(GroundRule.objects.of_coalition(membership.coalition_id).current())
    read = GroundRulesRead.objects.by(membership).first() if rules else None
    return GroundRules(rules, read.read_at if read else None)


def readers_of(coalition: int) -> Readers:
    """Everybody with a membership today: two queries."""
    rules = GroundRule.objects.of_coalition(coalition).current()
    latest = rules.aggregate(at=Max("means_since"))["at"]
    rows = with_reading(Membership.objects.filter(coalition=coalition).active().with_people())
    readers = [_reader(one, latest) for one in rows.order_by("person__full_name", "pk")]
    return Readers(sorted(readers, key=lambda one: one.is_current))


def with_reading(rows: QuerySet) -> QuerySet:
    """`read_at` of each member, or nothing."""
    read = GroundRulesRead.objects.filter(
        coalition=OuterRef("coalition"), membership=OuterRef("pk")
    )
    return rows.annotate(read_at=Subquery(read.values("read_at")[:1], output_field=DateTimeField()))


def unread(rows: QuerySet) -> QuerySet:
    """Those who have not read the rules as they stand; nobody where there are none."""
    rules = GroundRule.objects.filter(coalition=OuterRef("coalition")).current().order_by()
    newest = rules.values("coalition").annotate(at=Max("means_since")).values("at")
    told = with_reading(rows).annotate(newest=Subquery(newest))
    late = told.filter(read_at__isnull=True) | told.filter(read_at__lt=F("newest"))
    return late.filter(newest__isnull=False)


def _reader(one: Any, latest: datetime | None) -> Reader:
    is_current = latest is None or (one.read_at is not None and one.read_at >= latest)
    return Reader(one, one.read_at, is_current)
