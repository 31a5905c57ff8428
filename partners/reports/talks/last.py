"""When both last spoke, for one partner or for many, and who has been quiet for too long."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import (
    Case,
    CharField,
    DateField,
    ExpressionWrapper,
    F,
    IntegerField,
    Max,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce

from accounts.models import Coalition
from common.database.blanks import Blank
from common.database.counting import Number
from common.database.prepared import prepared
from partners.models import Organisation, TalkRules, Tier, Touchpoint
from partners.models.talks.rules import usual_tier


@dataclass(frozen=True)
class Quiet:
    """A partner with whom nobody has spoken for longer than their tier allows."""

    pk: int
    name: str
    owner: str
    on: date
    days: int
    allowed: int
    tier: Tier


def rules_of(coalition: Coalition) -> TalkRules:
    """What the coalition has set, or the defaults: one query."""
    found = TalkRules.objects.filter(coalition=coalition).first()
    return found or TalkRules(coalition=coalition)


def quiet_ones(
    coalition: Coalition, *, on: date, begin: int = 0, most: int
) -> tuple[list[Quiet], bool]:
    """Those with whom both spoke once, but not within the days of their tier; the longest ago first.

    The first `most` of them from `begin` on, and whether there are more: one query.
    """
    rows = _too_quiet.ask(begin, begin + most + 1, coalition=coalition.pk, on=on)
    return [_quiet(*row, on=on) for row in rows[:most]], len(rows) > most


@prepared
def _too_quiet(begin: int, end: int, *, coalition: int, on: Blank) -> QuerySet:
    """The coalition's days are joined, so that a page need not ask for them first."""
    talks = Touchpoint.objects.two_way().filter(
        coalition=coalition, organisation__merged_into=None, organisation__retired_on=None
    )
    day = ExpressionWrapper(Cast(on, DateField()) - F("allowed"), output_field=DateField())
    rows = (
        talks.order_by()
        .annotate(tier=tier_of("organisation__"))
        .values("organisation", "organisation__name", "organisation__owner__full_name", "tier")
        .annotate(last=Max("on"), allowed=allowed_days())
        .filter(last__lt=day)
        .order_by("last", "organisation__name")
    )
    columns = "organisation", "organisation__name", "organisation__owner__full_name"
    return rows.values_list(*columns, "tier", "last", "allowed")[begin:end]


def never_spoken(coalition: Coalition, *, most: int) -> Number:
    """How many partners of the list have no two-way contact on record, counted up to a limit."""
    talks = Touchpoint.objects.two_way().filter(coalition=coalition).values("organisation")
    rows = Organisation.objects.of_coalition(coalition.pk).active().exclude(pk__in=talks)
    return Number.told(len(rows.order_by().values_list("pk")[: most + 1]))


def since_window(on: date, days: int) -> date:
    return on - timedelta(days=days)


def allowed_days() -> Case:
    """After how many days somebody should call, by the `tier` beside it and what its coalition has set."""
    defaults = TalkRules()
    return Case(
        *(
            When(
                tier=tier.value,
                then=Coalesce(F(f"coalition__talk_rules__{tier}"), Value(defaults.days_of(tier))),
            )
            for tier in Tier
        ),
        output_field=IntegerField(),
    )


def tier_of(path: str = "") -> Coalesce:
    """What somebody has said, or what is usual for their kind."""
    usual = Case(
        *(
            When(**{f"{path}kind": kind.value}, then=Value(usual_tier(kind).value))
            for kind in Organisation.Kind
        ),
        output_field=CharField(),
    )
    return Coalesce(F(f"{path}talk_tier__tier"), usual, output_field=CharField())


def _quiet(
    pk: int, name: str, owner: str | None, tier: str, last: date, allowed: int, *, on: date
) -> Quiet:
    return Quiet(
        pk=pk,
        name=name,
        owner=owner or "",
        on=last,
        days=(on - last).days,
        allowed=allowed,
        tier=Tier(tier),
    )
