"""The communication plan as it stands on a day: what is late, what comes next, what was missed."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Max, Min, Q, Sum

from governance.models import RegularMessage, SentMessage
from governance.reports.communication.occasions import passed

A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class PlanLine:
    """One message, when it was sent last, and what of it was missed.

    `missed_now` counts the occasions whose day is over unsent; `missed_before` those of the last year that
    were never made good.
    """

    message: RegularMessage
    last_sent_on: date | None
    missed_now: int
    missed_before: int
    on: date

    @property
    def is_late(self) -> bool:
        return self.missed_now > 0

    @property
    def days_late(self) -> int:
        due = self.message.due_on
        return (self.on - due).days if due and self.is_late else 0

    @property
    def is_due(self) -> bool:
        return self.message.due_on == self.on

    @property
    def has_no_owner(self) -> bool:
        return self.message.owner.is_over(on=self.on)


@dataclass(frozen=True)
class Plan:
    """Late ones first, then by the day on which they are due; what is sent as needed stands last."""

    lines: list[PlanLine]

    @property
    def late(self) -> list[PlanLine]:
        return [line for line in self.lines if line.is_late]

    @property
    def coming(self) -> list[PlanLine]:
        return [line for line in self.lines if line.message.due_on and not line.is_late]

    @property
    def as_needed(self) -> list[PlanLine]:
        return [line for line in self.lines if not line.message.due_on]


@dataclass(frozen=True)
class CommunicationSummary:
    """For a page that tells of everything. `next_on` is the next day on which something is due."""

    messages: int
    late: int
    next_on: date | None


def plan(coalition: int, *, on: date) -> Plan:
    """Two queries, whatever stands in it."""
    rows = RegularMessage.objects.of_coalition(coalition).current().with_owners()
    last = _last_sent(coalition, on=on)
    return Plan([_line(row, last.get(row.pk, (None, 0)), on) for row in rows.next_due_first()])


def plan_line(message: RegularMessage, *, on: date) -> PlanLine:
    """One message alone; one query."""
    last = _last_sent(message.coalition_id, on=on, message=message.pk)
    return _line(message, last.get(message.pk, (None, 0)), on)


def communication_summary(coalition: int, *, on: date) -> CommunicationSummary:
    """One query."""
    told = (
        RegularMessage.objects.of_coalition(coalition)
        .current()
        .aggregate(
            messages=Count("pk"),
            late=Count("pk", filter=Q(due_on__lt=on)),
            next_on=Min("due_on", filter=Q(due_on__gte=on)),
        )
    )
    return CommunicationSummary(**told)


def _last_sent(
    coalition: int, *, on: date, message: int | None = None
) -> dict[int, tuple[date | None, int]]:
    """Of each message: when it was sent last, and how many occasions of the last year went by unsent."""
    rows = SentMessage.objects.of_coalition(coalition)
    if message is not None:
        rows = rows.filter(message=message)
    told = (
        rows.order_by("message")
        .values_list("message")
        .annotate(
            last=Max("sent_on"),
            missed=Sum("missed", filter=Q(sent_on__gt=on - A_YEAR), default=0),
        )
    )
    return {pk: (last, missed) for pk, last, missed in told}


def _line(message: RegularMessage, sent: tuple[date | None, int], on: date) -> PlanLine:
    last_sent_on, missed_before = sent
    return PlanLine(message, last_sent_on, _missed(message, on), missed_before, on)


def _missed(message: RegularMessage, on: date) -> int:
    """Occasions whose day is over: today's is only due."""
    if not (message.first_due_on and message.due_on) or message.due_on >= on:
        return 0
    yesterday = on - timedelta(days=1)
    first, cadence = message.first_due_on, message.cadence
    return len(passed(first, cadence, due_on=message.due_on, on=yesterday))
