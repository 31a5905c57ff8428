"""What each partner has given and received in the last 365 days, counted by the database."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    Count,
    F,
    FloatField,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext as _

from accounts.models import Membership
from contributions.models import Contribution, SupportRequest
from contributions.reports.balance.scoring import (
    ENOUGH,
    FEWEST,
    MOST,
    exchange_balance,
    flag_of,
    normalised,
)
from partners.models import Benefit, Organisation
from partners.models.value.benefit_queries import DOUBTS
from partners.models.value.promises import WINDOW

GIVES, GAINS, EVEN, UNKNOWN = "gives", "gains", "even", "unknown"


@dataclass(frozen=True)
class Usual:
    """What all partners of whom something is known gave and received; `partners` is how many they are."""

    all_given: int = 0
    all_received: int = 0
    partners: int = 0

    @property
    def is_enough(self) -> bool:
        """Whether one can be compared with the others: something was given, and something received."""
        return self.partners >= ENOUGH and bool(self.all_given) and bool(self.all_received)

    @property
    def given(self) -> float:
        """On average by one of them; 0 where nobody is known."""
        return self.all_given / self.partners if self.partners else 0

    @property
    def received(self) -> float:
        return self.all_received / self.partners if self.partners else 0


@dataclass(frozen=True)
class Balance:
    """The exchange balance of one partner, from the counts of the last 365 days."""

    given: int
    received: int
    usual: Usual

    @property
    def value(self) -> float | None:
        """Above 0, or None for "not enough data": nothing is known of them, or of too few others."""
        if not self.usual.is_enough or not (self.given or self.received):
            return None
        return exchange_balance(self.times_received, self.times_given)

    @property
    def times_given(self) -> float:
        return normalised(self.given, mean=self.usual.given)

    @property
    def times_received(self) -> float:
        return normalised(self.received, mean=self.usual.received)

    @property
    def flag(self) -> str:
        return UNKNOWN if self.value is None else flag_of(self.value)

    @property
    def words(self) -> str:
        return flag_words()[self.flag]

    @property
    def is_uneven(self) -> bool:
        return self.flag in (GIVES, GAINS)


def flag_words() -> dict[str, str]:
    return {
        GIVES: _("Gives far more than it gains"),
        GAINS: _("Gains far more than it gives"),
        EVEN: _("Give and take are even"),
        UNKNOWN: _("Not enough data"),
    }


# ---------------------------------------------------------------- the counts


def received_benefits(*, on: date) -> QuerySet[Benefit]:
    """Delivered in the 365 days that end with `on`; what a partner says did not come is none."""
    rows = Benefit.objects.filter(
        state="delivered", delivered_on__gt=on - WINDOW, delivered_on__lte=on
    )
    return rows.exclude(came__in=DOUBTS)


def with_counts(
    membership: Membership, *, on: date, kinds: Collection[str] = ()
) -> QuerySet[Organisation]:
    """Partners of today with `n_given`, `n_benefits`, `n_support` and `n_received`, the sum of the two.

    `n_of_kinds` counts what was given of these kinds alone, or all of it where none is named.
    """
    given = Contribution.objects.given_lately(on=on)
    rows = Organisation.objects.visible_to(membership).active()
    rows = rows.of_kinds([Organisation.Kind.PARTNER])
    counted = rows.annotate(
        n_given=_number(given),
        n_of_kinds=_number(given.of_kinds(kinds) if kinds else given),
        n_benefits=_number(received_benefits(on=on)),
        n_support=_number(SupportRequest.objects.provided_lately(on=on)),
    )
    return counted.annotate(n_received=F("n_benefits") + F("n_support"))


def usual_of(membership: Membership, *, on: date) -> Usual:
    """One query. Partners of whom nothing is on record are left out: of them nothing is known."""
    known = with_counts(membership, on=on).filter(Q(n_given__gt=0) | Q(n_received__gt=0)).order_by()
    sums = {
        "all_given": Coalesce(Sum("n_given"), 0),
        "all_received": Coalesce(Sum("n_received"), 0),
    }
    return Usual(**known.aggregate(**sums, partners=Count("pk")))


def with_balance(rows: QuerySet[Organisation], usual: Usual) -> QuerySet[Organisation]:
    """`balance` by the same formula as `Balance.value`, for sorting and filtering."""
    if not usual.is_enough:
        return rows.annotate(balance=Value(None, FloatField()))
    formula: Any = (_times("n_received", usual.received) + 1.0) / (
        _times("n_given", usual.given) + 1.0
    )
    is_known = Q(n_given__gt=0) | Q(n_received__gt=0)
    return rows.annotate(balance=Case(When(is_known, then=formula), output_field=FloatField()))


def with_any(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Who gave something of the kinds that are counted."""
    return rows.filter(n_of_kinds__gt=0)


def flagged(rows: QuerySet[Organisation], flags: Collection[str]) -> QuerySet[Organisation]:
    """With one of the flags; none named means all."""
    conditions = {
        GIVES: Q(balance__lt=FEWEST),
        GAINS: Q(balance__gt=MOST),
        EVEN: Q(balance__gte=FEWEST, balance__lte=MOST),
        UNKNOWN: Q(balance__isnull=True),
    }
    found = Q()
    for flag in flags:
        found |= conditions[flag]
    return rows.filter(found)


def _number(rows: QuerySet[Any]) -> Coalesce:
    of_one = rows.filter(organisation=OuterRef("pk")).order_by().values("organisation")
    return Coalesce(
        Subquery(of_one.annotate(n=Count("pk")).values("n")), 0, output_field=IntegerField()
    )


def _times(name: str, mean: float) -> Any:
    return Cast(F(name), FloatField()) / Value(max(mean, 1.0), FloatField())
