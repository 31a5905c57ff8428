"""What partners gained in numbers, added up within one unit and never across units."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Max, Sum
from django.db.models.functions import Lower
from django.utils.formats import number_format

from partners.models import Benefit
from partners.models.value.benefit_queries import BenefitQuerySet


@dataclass(frozen=True)
class Amount:
    """What was delivered in one unit, as we counted it: above 0, the sum of `count` benefits.

    Left out is what partners say did not come, or not yet. Units of a coalition's own are one when
    they are written alike, in small letters or capitals.
    """

    unit: str
    total: Decimal
    count: int

    @property
    def words(self) -> str:
        """ "Visits avoided: 1,240.5"."""
        return f"{self.unit}: {written(self.total)}"


def written(number: Decimal) -> str:
    """In the reader's way."""
    return number_format(plain(number), force_grouping=True)


def plain(number: Decimal) -> Decimal:
    """Without decimals that say nothing: 120.00 is 120."""
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize()


def amounts_among(benefits: Iterable[Benefit]) -> list[Amount]:
    """From rows that are at hand, without a query."""
    found = defaultdict(list)
    for one in benefits:
        if one.amount and not one.is_doubted:
            found[one.unit, one.own_unit.lower()].append(one)
    return _in_order(_added_up(rows) for rows in found.values())


def amounts_of(benefits: BenefitQuerySet) -> list[Amount]:
    """One query."""
    labels = dict(Benefit.Unit.choices)
    rows = benefits.counted().values("unit", own=Lower("own_unit"))
    told = rows.annotate(name=Max("own_unit"), total=Sum("amount"), count=Count("pk"))
    return _in_order(
        Amount(row["name"] or str(labels[row["unit"]]), row["total"], row["count"]) for row in told
    )


def _added_up(rows: list[Benefit]) -> Amount:
    total = sum((one.amount or Decimal() for one in rows), Decimal())
    return Amount(rows[0].unit_name, total, len(rows))


def _in_order(amounts: Iterable[Amount]) -> list[Amount]:
    return sorted(amounts, key=lambda one: one.unit.casefold())
