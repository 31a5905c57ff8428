"""What waits about single partners, of every kind at once: a dozen lists need not be a dozen questions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from django.db.models import (
    BigIntegerField,
    CharField,
    DateField,
    F,
    QuerySet,
    Value,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, TruncDate

from accounts.models import Membership
from common.database.counting import Number, counted
from common.database.prepared import prepared
from common.database.unions import as_rows, united
from contributions.models import Contribution, SupportRequest
from goals.models import Goal
from partners.models import (
    Benefit,
    LikelyPair,
    Nomination,
    Organisation,
    PipelinePlan,
    SearchEntry,
    Touchpoint,
)
from partners.models.value.benefit_queries import SOON
from partners.reports.depth.due import confirmed_long_ago, never_confirmed

SHOWN = 5
A_FEW = 3  # of what has a page of its own


class Matter(StrEnum):
    """What can wait about a partner, or for want of one."""

    FOLLOW_UP = "follow_up"
    PROMISE = "promise"
    LATE = "late"
    NOBODY_TO_CALL = "nobody_to_call"
    NOBODY_KEEPS = "nobody_keeps"
    PERHAPS_THE_SAME = "perhaps_the_same"
    NEVER_CONFIRMED = "never_confirmed"
    CONFIRMED_LONG_AGO = "confirmed_long_ago"
    TO_INVITE = "to_invite"
    SUGGESTED = "suggested"
    SUPPORT = "support"
    GOAL = "goal"


@dataclass(frozen=True)
class Waiting:
    """One partner about whom something waits.

    `on` is the day that tells how urgent it is; `words` and `who` what was said by whom, or who is meant;
    `row` the id of what waits, where it is not the partner; `number` how many there are in all. Who is only
    suggested is no partner yet, and a goal is none: 0.
    """

    matter: str
    partner: int
    name: str
    on: date | None
    words: str
    who: str
    row: int
    number: int


class Waits:
    """The rows by matter, the most urgent first."""

    def __init__(self, rows: list[Waiting]) -> None:
        self._rows = rows

    def of(self, *matters: Matter) -> list[Waiting]:
        here = [row for row in self._rows if row.matter in matters]
        return sorted(here, key=lambda row: (row.on or date.max, row.row, row.partner))

    def number(self, matter: Matter) -> Number:
        return Number.told(max((row.number for row in self.of(matter)), default=0))


def waiting(membership: Membership, *, on: date) -> Waits:
    """Everything, for somebody who works with partners: one query."""
    rows = _waiting.ask(
        coalition=membership.coalition_id, person=membership.person_id, on=on, soon=on + SOON
    )
    return Waits([Waiting(*row) for row in rows])


THEIRS: dict[str, Any] = {"partner": F("organisation"), "name": F("organisation__name")}
IN_WORDS = {**THEIRS, "words": F("words"), "row": F("pk")}


@prepared
def _waiting(*, coalition: int, person: int, on: date, soon: date) -> QuerySet:
    parts = [
        *_promised(coalition, person=person, on=on, soon=soon),
        *_missing(coalition),
        *_to_judge(coalition, on=on),
        *_on_the_way(coalition, on=on),
        _unanswered(coalition),
    ]
    return united(parts)


def _promised(coalition: int, *, person: int, on: date, soon: date) -> Iterator[QuerySet]:
    talks = Touchpoint.objects.filter(
        coalition=coalition, organisation__merged_into=None, organisation__retired_on=None
    )
    yield _part(
        Matter.FOLLOW_UP,
        talks.due(on=on),
        A_FEW,
        **THEIRS,
        on=F("follow_up_on"),
        words=F("said"),
        who=F("follow_up_by__full_name"),
    )
    benefits = Benefit.objects.of_coalition(coalition).of_partners_of_today().due_by(soon)
    ours = benefits.for_keeper(person).order_by("due_on", "pk")
    yield _part(Matter.PROMISE, ours, SHOWN, **IN_WORDS, on=F("due_on"))
    theirs = Contribution.objects.of_coalition(coalition).of_partners_of_today().late(on=on)
    yield _part(Matter.LATE, theirs, A_FEW, **IN_WORDS, on=F("due_on"))
    requests = SupportRequest.objects.of_coalition(coalition).of_partners_of_today().unanswered()
    asked = requests.order_by("asked_on", "pk")
    yield _part(Matter.SUPPORT, asked, A_FEW, **IN_WORDS, on=F("asked_on"))


def _missing(coalition: int) -> Iterator[QuerySet]:
    nobody_there = SearchEntry.objects.needing_people(coalition)
    yield _part(Matter.NOBODY_TO_CALL, nobody_there, SHOWN, **THEIRS, on=F("since_on"))
    no_keeper = Organisation.objects.of_coalition(coalition).needing_a_keeper()
    yield _part(Matter.NOBODY_KEEPS, no_keeper, SHOWN, on=F("since_on"))


def _to_judge(coalition: int, *, on: date) -> Iterator[QuerySet]:
    yield _part(
        Matter.PERHAPS_THE_SAME,
        LikelyPair.objects.to_judge(coalition),
        A_FEW,
        partner=F("first"),
        name=F("first__name"),
        who=F("second__name"),
        row=F("score") * -10_000,
    )
    never, long_ago = never_confirmed(coalition, on=on), confirmed_long_ago(coalition, on=on)
    yield _part(Matter.NEVER_CONFIRMED, never, A_FEW, on=F("asked_since"))
    yield _part(Matter.CONFIRMED_LONG_AGO, long_ago, A_FEW, on=F("asked_since"))


def _on_the_way(coalition: int, *, on: date) -> Iterator[QuerySet]:
    yield _part(
        Matter.TO_INVITE,
        PipelinePlan.objects.late(coalition, on=on),
        A_FEW,
        **THEIRS,
        on=F("invite_by"),
        who=F("inviter__full_name"),
    )
    yield _part(
        Matter.SUGGESTED,
        Nomination.objects.waiting(coalition).oldest_first(),
        A_FEW,
        partner=Value(0),
        on=TruncDate("suggested_at"),
        who=F("suggested_by__full_name"),
        row=F("pk"),
    )


def _unanswered(coalition: int) -> QuerySet:
    return _part(
        Matter.GOAL,
        Goal.objects.of_coalition(coalition).unanswered(),
        A_FEW,
        partner=Value(0),
        name=F("statement"),
        on=F("by_when"),
        row=F("pk"),
    )


def _part(
    matter: Matter,
    rows: QuerySet,
    most: int,
    *,
    partner: Combinable | None = None,
    name: Combinable | None = None,
    on: Combinable | None = None,
    words: Combinable | None = None,
    who: Combinable | None = None,
    row: Combinable | None = None,
) -> QuerySet:
    """The first rows of one matter in the columns of `Waiting`; of organisations their own id and name."""
    return as_rows(
        rows,
        most=most,
        matter=Value(matter.value, CharField()),
        partner=Cast(partner or F("pk"), BigIntegerField()),
        name=_text(name or F("name")),
        on=Cast(on or Value(None), DateField()),
        words=_text(words or Value("")),
        who=_text(who or Value("")),
        row=Cast(row or Value(0), BigIntegerField()),
        number=counted(rows),
    )


def _text(words: Combinable) -> Coalesce:
    return Coalesce(Cast(words, CharField()), Value(""))
