"""Everything of the page "Talks" of one partner, in a fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Min

from partners.models import Organisation, TalkRules, TalkTier, Tier, Touchpoint
from partners.models.talks.rules import usual_tier
from partners.reports.talks.last import rules_of, since_window
from partners.reports.talks.measures import (
    WINDOW,
    Fact,
    Measure,
    balance,
    giving,
    recency,
    replies,
)

A_PAGE = 50


@dataclass(frozen=True)
class Explained:
    """A measure and the touchpoints that made it, the newest first."""

    measure: Measure
    rows: list[Touchpoint]


@dataclass(frozen=True)
class Talks:
    measures: list[Explained]
    tier: Tier
    rules: TalkRules
    talks: list[Touchpoint]
    has_more: bool
    unanswered: list[Touchpoint]


def talks_with(organisation: Organisation, *, on: date, begin: int = 0) -> Talks:
    """The touchpoints from `begin` on, newest first, and what all of the last year come to."""
    rules, tier = rules_of(organisation.coalition), tier_of(organisation)
    facts = facts_of(organisation, on=on)
    found = _measures(facts, rules, tier, organisation=organisation, on=on)
    rows = list(
        Touchpoint.objects.of(organisation).newest_first().with_people()[begin : begin + A_PAGE + 1]
    )
    shown = {row.pk: row for row in rows}
    open_asks = {fact.pk for fact in facts if _is_unanswered(fact)}
    missing = ({pk for measure in found for pk in measure.rows} | open_asks) - set(shown)
    # What a measure rests on may stand on a later page of the list.
    shown |= {row.pk: row for row in Touchpoint.objects.filter(pk__in=missing)}
    return Talks(
        measures=[
            Explained(measure, _newest_first(shown[pk] for pk in measure.rows if pk in shown))
            for measure in found
        ],
        tier=tier,
        rules=rules,
        talks=rows[:A_PAGE],
        has_more=len(rows) > A_PAGE,
        unanswered=_newest_first(shown[pk] for pk in open_asks if pk in shown),
    )


def tier_of(organisation: Organisation) -> Tier:
    """What somebody has said, or what is usual for a partner, a prospect or a stakeholder."""
    told = TalkTier.objects.filter(organisation=organisation).first()
    return Tier(told.tier) if told else usual_tier(organisation.kind)


def facts_of(organisation: Organisation, *, on: date) -> list[Fact]:
    """The last year's touchpoints, and the last talk however long ago it was."""
    rows = (
        Touchpoint.objects.of(organisation)
        .up_to(on)
        .annotate(answered_on=Min("answered_by__on"))
        .order_by("on", "pk")
    )
    last_talk = Touchpoint.objects.of(organisation).up_to(on).two_way().newest_first().values("pk")
    year = rows.filter(on__gt=since_window(on, WINDOW)) | rows.filter(pk__in=last_talk[:1])
    return [
        Fact(**row) for row in year.values("pk", "on", "kind", "direction", "asks", "answered_on")
    ]


def _measures(
    facts: list[Fact], rules: TalkRules, tier: Tier, *, organisation: Organisation, on: date
) -> list[Measure]:
    year = [fact for fact in facts if fact.on > since_window(on, WINDOW)]
    found = [
        recency(facts, allowed=rules.days_of(tier), tier=str(tier.label), on=on),
        replies(year, rules, on=on),
        balance(year),
    ]
    if organisation.kind == Organisation.Kind.PROSPECT:
        found.append(giving(year))
    return found


def _is_unanswered(fact: Fact) -> bool:
    return fact.asks and fact.answered_on is None


def _newest_first(rows: Iterable[Touchpoint]) -> list[Touchpoint]:
    return sorted(rows, key=lambda row: (row.on, row.pk), reverse=True)
