"""Where the coalition stands, in a few lines, for those who decide and do not do the daily work."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast

from accounts.models import Coalition, Membership
from common.database.counting import Number, counted
from common.database.unions import as_rows, united
from goals.models import Goal
from governance.reports.power.summaries import PowerSummary, power_summary
from governance.reports.succession.summary import SuccessionSummary, succession_summary
from partners.models import CompositionReport, Gap, Incident, Organisation, Stage
from partners.models.organisation_queries import OrganisationQuerySet
from partners.models.pipeline.steps import BEFORE
from partners.reports.pipeline.stages import staged
from partners.reports.talks.last import Quiet, quiet_ones

LATELY = 91  # days: a quarter, which is as long as most committees wait between two looks back
A_FEW = 3  # lines of a kind; all of them stand on the page that the line opens
JOINED, LEFT = "joined", "left"
PLAN, GOAL = "plan", "goal"
NONE = Number()


@dataclass(frozen=True)
class Moved:
    """A partner that joined, or left, on a day."""

    pk: int
    name: str
    on: date


@dataclass(frozen=True)
class Movement:
    """Those who joined or left lately: the latest of them, and how many there are besides."""

    shown: list[Moved] = field(default_factory=list)
    more: Number = NONE


@dataclass(frozen=True)
class OnTheWay:
    """How many stand at one of the stages before membership."""

    stage: Stage
    number: Number


@dataclass(frozen=True)
class Plan:
    """A needed voice that is missing, and the day by which somebody is to be asked."""

    needed: int
    words: str
    ask_by: date


@dataclass(frozen=True)
class Unanswered:
    """A running goal for which nobody is accountable."""

    pk: int
    statement: str


@dataclass(frozen=True)
class WhereWeStand:
    """Each figure with the rows that it opens into; an empty list says that there are none."""

    since: date
    joined: Movement
    left: Movement
    on_the_way: list[OnTheWay]
    quiet: list[Quiet]
    are_more_quiet: bool
    plans: list[Plan]
    unanswered: list[Unanswered]
    more_unanswered: Number
    read_on: date | None  # none: nobody has read the composition together yet
    incidents: Number
    succession: SuccessionSummary
    power: PowerSummary


def where_we_stand(membership: Membership, *, on: date) -> WhereWeStand:
    """Six queries."""
    coalition, since = membership.coalition, on - timedelta(days=LATELY)
    moved = _moved(membership, since=since, on=on)
    quiet, are_more_quiet = quiet_ones(coalition, on=on, most=A_FEW)
    read_on, incidents, on_the_way = _numbers(membership)
    plans, unanswered = _open(coalition)
    return WhereWeStand(
        since=since,
        joined=moved.get(JOINED, Movement()),
        left=moved.get(LEFT, Movement()),
        on_the_way=on_the_way,
        quiet=quiet,
        are_more_quiet=are_more_quiet,
        plans=[Plan(*row[1:4]) for row in plans],
        unanswered=[Unanswered(*row[1:3]) for row in unanswered],
        more_unanswered=_number(unanswered).but(len(unanswered)),
        read_on=read_on,
        incidents=incidents,
        succession=succession_summary(coalition.pk, on=on),
        power=power_summary(coalition, on=on),
    )


def _moved(membership: Membership, *, since: date, on: date) -> dict[str, Movement]:
    """Who came and who went from a day on; who did both stands under both. One query."""
    rows = Organisation.objects.visible_to(membership)
    told = list(
        united(
            [
                _movement(JOINED, rows.joined_between(since, on), day="since_on"),
                _movement(LEFT, rows.left_between(since, on), day="retired_on"),
            ]
        )
    )
    return {kind: _told([row[1:] for row in told if row[0] == kind]) for kind in (JOINED, LEFT)}


def _movement(kind: str, rows: OrganisationQuerySet, *, day: str) -> Any:
    told = Value(kind, CharField())
    number = counted(rows)
    return as_rows(
        rows, most=A_FEW, kind=told, pk=F("pk"), name=F("name"), on=F(day), number=number
    )


def _told(rows: list[tuple[int, str, date, int]]) -> Movement:
    shown = sorted((Moved(*row[:3]) for row in rows), key=lambda one: one.on, reverse=True)
    return Movement(shown, more=_number(rows).but(len(shown)))


def _number(rows: list[tuple[Any, ...]]) -> Number:
    """How many there are in all: the last column of each row."""
    return Number.told(rows[0][-1] if rows else 0)


def _open(coalition: Coalition) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:
    """Plans of whom to ask, and goals that nobody answers for, the nearest day first. One query."""
    plans, goals = Gap.objects.waiting(coalition.pk), Goal.objects.of_coalition(coalition.pk)
    parts = [
        _waiting(PLAN, plans, pk="needed", words="words", day="ask_by"),
        _waiting(GOAL, goals.unanswered(), pk="pk", words="statement", day="by_when"),
    ]
    rows = sorted(united(parts), key=lambda row: (row[3] or date.max, row[1]))
    return [row for row in rows if row[0] == PLAN], [row for row in rows if row[0] == GOAL]


def _waiting(kind: str, rows: Any, *, pk: str, words: str, day: str) -> Any:
    return as_rows(
        rows,
        most=A_FEW,
        kind=Value(kind, CharField()),
        pk=F(pk),
        words=Cast(words, CharField()),
        on=F(day),
        number=counted(rows),
    )


def _numbers(membership: Membership) -> tuple[date | None, Number, list[OnTheWay]]:
    """The day of the latest reading of the composition, the open incidents, and the stages before
    membership at which somebody stands, in their order. One query."""
    incidents = Incident.objects.visible_to(membership).open().of_present()
    prospects = staged(Organisation.objects.visible_to(membership).prospects())
    read_on, open_now, *numbers = (
        Coalition.objects.filter(pk=membership.coalition_id)
        .values_list(
            CompositionReport.objects.last_read(membership.coalition_id),
            counted(incidents),
            *(counted(prospects.filter(stage=stage)) for stage in BEFORE),
        )
        .get()
    )
    stages = zip(BEFORE, map(Number.told, numbers), strict=True)
    on_the_way = [OnTheWay(stage, number) for stage, number in stages if number]
    return read_on, Number.told(open_now), on_the_way
