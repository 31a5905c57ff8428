"""A partner in ten seconds: what they can give, need and gain, who works with them, when both last spoke."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import (
    Case,
    CharField,
    Count,
    F,
    IntegerField,
    Max,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce

from accounts.models import Membership
from accounts.permissions import Permission
from common.prepared import prepared
from common.unions import as_rows, united
from partners.models import (
    Benefit,
    Organisation,
    ProfileAnswer,
    ProfileRow,
    Service,
    Tie,
    Tier,
    Topic,
    Touchpoint,
    Verification,
    Voice,
)
from partners.models.benefit_queries import DOUBTS, OPEN
from partners.models.depth import Capacity
from partners.reports.pipeline.partner import pipeline_in_a_line
from partners.reports.services.partner import services_in_words
from partners.reports.talks.last import allowed_days, tier_of
from partners.reports.value.summary import Gain

GIVEN = 3  # strengths and kinds of capacity that one line names
SOME = 2  # of which they said to have some or plenty
CAPACITIES = dict(Capacity.choices)
KINDS = dict(Benefit.Kind.choices)
PROMISED, OVERDUE, DELIVERED, DOUBTED = range(4)


@dataclass(frozen=True)
class LastTalk:
    """The last day on which both spoke (None: never logged), and after how many days somebody should call."""

    on: date | None
    days: int | None
    tier: Tier
    allowed: int

    @property
    def is_too_long(self) -> bool:
        return self.days is not None and self.days > self.allowed


@dataclass(frozen=True)
class Glance:
    """`gives`, `needs` and `band` are their own words, the strongest first; `works_with` counts partners.

    `services` says how many they run and whether those take people, `stage` how far a prospect is on the way.
    What a member may not see is None; what nobody has said is empty.
    """

    gives: tuple[str, ...]
    needs: str
    band: str
    verified_on: date | None
    gain: Gain
    services: str
    stage: str = ""
    talk: LastTalk | None = None
    works_with: int | None = None


@dataclass(frozen=True)
class _Told:
    """The rows of the one question by what they tell: (words, level) each."""

    rows: list[tuple[str, str, int]]

    def all(self, what: str) -> list[tuple[str, int]]:
        return [(words, level) for told, words, level in self.rows if told == what]

    def words(self, what: str) -> str:
        return next((words for words, _level in self.all(what)), "") or ""

    def day(self, what: str) -> date | None:
        told = self.words(what)
        return date.fromisoformat(told) if told else None


def glance_at(organisation: Organisation, *, membership: Membership, on: date) -> Glance:
    """In one query, for whoever may see the organisation; of a prospect in two."""
    told = _Told(
        _told.ask(organisation=organisation.pk, coalition=organisation.coalition_id, on=on)
    )
    gives = sorted(told.all("gives"), key=lambda row: (-row[1], row[0]))
    seen = Glance(
        gives=tuple(str(CAPACITIES.get(words, words)) for words, _level in gives[:GIVEN]),
        needs=told.words("needs"),
        band=told.words("band"),
        verified_on=told.day("verified"),
        gain=_gain(told.all("gain")),
        services=services_in_words(Counter(state for state, _level in told.all("services"))),
    )
    if organisation.kind == Organisation.Kind.PROSPECT and membership.may(Permission.SEE_PIPELINE):
        seen = replace(seen, stage=pipeline_in_a_line(organisation, on=on))
    if membership.may(Permission.SEE_TALKS):
        seen = replace(seen, talk=_last_talk(told, on=on))
    if membership.may(Permission.SEE_PARTNERS):
        seen = replace(seen, works_with=sum(level for _words, level in told.all("works_with")))
    return seen


def _gain(rows: list[tuple[str, int]]) -> Gain:
    states = [state for _kind, state in rows]
    return Gain(
        kinds=tuple(dict.fromkeys(str(KINDS[kind]) for kind, _state in rows)),
        promised=len(states),
        delivered=states.count(DELIVERED) + states.count(DOUBTED),
        overdue=states.count(OVERDUE),
        doubted=states.count(DOUBTED),
    )


def _last_talk(told: _Told, *, on: date) -> LastTalk:
    [(tier, allowed)] = told.all("tier")
    day = told.day("talk")
    return LastTalk(day, (on - day).days if day else None, Tier(tier), allowed)


@prepared
def _told(*, organisation: int, coalition: int, on: date) -> QuerySet:
    """Rows of (what, words, level), from every table that has something to say."""
    here = {"organisation": organisation, "coalition": coalition}
    theirs = {**here, "voice": Voice.THEIRS}
    rows = ProfileRow.objects.filter(**theirs, level__gte=SOME)
    answers = ProfileAnswer.objects.filter(**theirs)
    latest = Verification.objects.filter(**here).order_by("-on", "-pk").values("pk")[:1]
    itself = Organisation.including_merged.filter(pk=organisation)
    talks = Touchpoint.objects.two_way().filter(**here).order_by().values("organisation")
    promises = Benefit.objects.filter(**here).exclude(state=Benefit.State.WITHDRAWN)
    return united(
        [
            _part("gives", rows.filter(topic=Topic.STRENGTHS), F("words"), F("level")),
            _part("gives", rows.filter(topic=Topic.CAPACITY), F("kind"), F("level")),
            _part("needs", answers.filter(topic=Topic.SUPPORT), F("text")),
            _part("band", answers.filter(topic=Topic.CAPACITY), F("choice")),
            _part("verified", Verification.objects.filter(pk__in=latest), F("on")),
            _part("gain", promises, F("kind"), _state(on=on)),
            _part("services", Service.objects.of(organisation).running(on=on), F("capacity")),
            _part("works_with", _others(organisation, on=on), Value(""), F("others")),
            _part("tier", itself.annotate(tier=tier_of()), F("tier"), allowed_days()),
            _part("talk", talks, Max("on")),
        ]
    )


def _state(*, on: date) -> Case:
    return Case(
        When(state=Benefit.State.DELIVERED, came__in=DOUBTS, then=Value(DOUBTED)),
        When(state=Benefit.State.DELIVERED, then=Value(DELIVERED)),
        When(Q(state__in=OPEN, due_on__lt=on), then=Value(OVERDUE)),
        default=Value(PROMISED),
    )


def _others(organisation: int, *, on: date) -> QuerySet:
    """How many organisations are tied to it today, by however many ties."""
    ties = Tie.objects.of(organisation).present().standing(on=on).order_by()
    other = Case(When(first=organisation, then=F("second")), default=F("first"))
    return ties.values("coalition").annotate(others=Count(other, distinct=True))


def _part(
    what: str, rows: QuerySet, words: Combinable, level: Combinable | None = None
) -> QuerySet:
    return as_rows(
        rows.order_by(),
        what=Value(what, CharField()),
        words=Cast(words, CharField()),
        level=Coalesce(level or Value(0), Value(0), output_field=IntegerField()),
    )
