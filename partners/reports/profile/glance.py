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
from common.database.prepared import prepared
from common.database.unions import as_rows, united
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
from partners.models.depth import Capacity
from partners.models.depth.topics import SOME
from partners.models.value.benefit_queries import DOUBTS, OPEN
from partners.reports.pipeline.partner import pipeline_in_a_line
from partners.reports.services.partner import services_in_words
from partners.reports.talks.last import allowed_days, tier_of
from partners.reports.value.summary import Gain

GIVEN = 3  # strengths and kinds of capacity that one line names
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
    """`gives`, `needs` and `band` are their own words, the strongest first, or of our notes where they have
    said nothing (`is_ours` names which); `works_with` counts partners and `friends` names a few of them.
    `known_by` are those of us who know them: who looks after them, and who spoke with them last; nobody
    where that is the keeper alone, whom the profile names already.

    `services` says how many they run and whether those take people, `stage` how far a prospect is on the way.
    What a member may not see is None; what nobody has said is empty.
    """

    gives: tuple[str, ...]
    needs: str
    band: str
    verified_on: date | None
    verified_by: str
    gain: Gain
    services: str
    stage: str = ""
    is_ours: frozenset[str] = frozenset()
    talk: LastTalk | None = None
    works_with: int | None = None
    friends: tuple[str, ...] = ()
    known_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Told:
    """The rows of the one question by what they tell: (words, level) each."""

    rows: list[tuple[str, str, int]]

    def all(self, what: str) -> list[tuple[str, int]]:
        return [(words, level) for told, words, level in self.rows if told == what]

    def words(self, what: str) -> str:
        return next((words for words, _level in self.all(what)), "") or ""

    def joined(self, what: str) -> str:
        """The short ones before the long ones: kinds of support, then what else was said."""
        return ", ".join(sorted((words for words, _level in self.all(what) if words), key=len))

    def day(self, what: str) -> date | None:
        told = self.words(what)
        return date.fromisoformat(told) if told else None


def glance_at(organisation: Organisation, *, membership: Membership, on: date) -> Glance:
    """In one query, for whoever may see the organisation; of a prospect in two."""
    told = _Told(
        _told.ask(organisation=organisation.pk, coalition=organisation.coalition_id, on=on)
    )
    ours = _noted(told) if membership.may(Permission.READ_NOTES) else frozenset()
    seen = Glance(
        gives=_gives(told.all("our gives" if "gives" in ours else "gives")),
        needs=told.joined("our needs" if "needs" in ours else "needs"),
        band=told.words("our band" if "band" in ours else "band"),
        is_ours=ours,
        verified_on=told.day("verified"),
        verified_by=told.words("verified by"),
        gain=_gain(told.all("gain")),
        services=services_in_words(Counter(state for state, _level in told.all("services"))),
    )
    if organisation.kind == Organisation.Kind.PROSPECT and membership.may(Permission.SEE_PIPELINE):
        seen = replace(seen, stage=pipeline_in_a_line(organisation, on=on))
    if membership.may(Permission.SEE_TALKS):
        seen = replace(seen, talk=_last_talk(told, on=on), known_by=_knowing(told))
    if membership.may(Permission.SEE_PARTNERS):
        friends = sorted({words for words, _level in told.all("friend")}, key=str.casefold)
        number = sum(level for _words, level in told.all("works_with"))
        seen = replace(seen, works_with=number, friends=tuple(friends[:GIVEN]))
    return seen


def _noted(told: _Told) -> frozenset[str]:
    """Of what they have said nothing, and we have noted something."""
    parts = ("gives", "needs", "band")
    return frozenset(one for one in parts if not told.joined(one) and told.joined(f"our {one}"))


def _gives(rows: list[tuple[str, int]]) -> tuple[str, ...]:
    strongest = sorted(rows, key=lambda row: (-row[1], row[0]))
    return tuple(str(CAPACITIES.get(words, words)) for words, _level in strongest[:GIVEN])


def _knowing(told: _Told) -> tuple[str, ...]:
    """Who looks after them comes first."""
    keeper, talker = told.words("keeper"), told.words("talker")
    if talker in {"", keeper}:
        return ()
    return (keeper, talker) if keeper else (talker,)


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
    answers = ProfileAnswer.objects.filter(**theirs)
    ours = {**here, "voice": Voice.OURS}
    notes = ProfileAnswer.objects.filter(**ours)
    latest = Verification.objects.filter(**here).order_by("-on", "-pk").values("pk")[:1]
    said_so = Verification.objects.filter(pk__in=latest)
    itself = Organisation.including_merged.filter(pk=organisation)
    both = Touchpoint.objects.two_way().filter(**here)
    talks = both.order_by().values("organisation")
    last = both.order_by("-on", "-pk").values("pk")[:1]
    promises = Benefit.objects.filter(**here).exclude(state=Benefit.State.WITHDRAWN)
    return united(
        [
            *_brought("gives", theirs),
            *_brought("our gives", ours),
            _part("needs", _needed(theirs), _kind_of_support()),
            _part("needs", answers.filter(topic=Topic.SUPPORT), F("text")),
            _part("band", answers.filter(topic=Topic.CAPACITY), F("choice")),
            _part("our needs", _needed(ours), _kind_of_support()),
            _part("our needs", notes.filter(topic=Topic.SUPPORT), F("text")),
            _part("our band", notes.filter(topic=Topic.CAPACITY), F("choice")),
            _part("friend", _tied(organisation, on=on), F("friend")),
            _part("keeper", itself.filter(owner__isnull=False), F("owner__full_name")),
            _part("talker", Touchpoint.objects.filter(pk__in=last), F("logged_by__full_name")),
            _part("verified", said_so, F("on")),
            _part("verified by", said_so, Coalesce("contact__name", "by__full_name")),
            _part("gain", promises, F("kind"), _state(on=on)),
            _part("services", Service.objects.of(organisation).running(on=on), F("capacity")),
            _part("works_with", _others(organisation, on=on), Value(""), F("others")),
            _part("tier", itself.annotate(tier=tier_of()), F("tier"), allowed_days()),
            _part("talk", talks, Max("on")),
        ]
    )


def _brought(what: str, here: dict[str, object]) -> list[QuerySet]:
    """Every strength, however good they are at it; of capacity what there is some of."""
    rows = ProfileRow.objects.filter(**here)
    capacity = rows.filter(topic=Topic.CAPACITY, level__gte=SOME)
    return [
        _part(what, rows.filter(topic=Topic.STRENGTHS), F("words"), F("level")),
        _part(what, capacity, F("kind"), F("level")),
    ]


def _needed(here: dict[str, object]) -> QuerySet:
    return ProfileRow.objects.filter(**here, topic=Topic.SUPPORT)


def _kind_of_support() -> Coalesce:
    return Coalesce("term__name", "words")


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


def _tied(organisation: int, *, on: date) -> QuerySet:
    """`friend`: the name of the other side."""
    ties = Tie.objects.of(organisation).present().standing(on=on)
    other = Case(When(first=organisation, then=F("second__name")), default=F("first__name"))
    return ties.annotate(friend=other)


def _part(
    what: str, rows: QuerySet, words: Combinable, level: Combinable | None = None
) -> QuerySet:
    return as_rows(
        rows.order_by(),
        what=Value(what, CharField()),
        words=Cast(words, CharField()),
        level=Coalesce(level or Value(0), Value(0), output_field=IntegerField()),
    )
