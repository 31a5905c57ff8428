"""What one partner gains by being here, as its page tells it: four queries."""

from dataclasses import dataclass
from datetime import date

from partners.models import Benefit, Organisation, ValueStatement
from partners.reports.value.amounts import Amount, amounts_among
from partners.reports.value.keeping import Promises, promises_among
from partners.reports.value.reasons import Reasons, reasons_of


@dataclass(frozen=True)
class PartnerValue:
    said: ValueStatement
    reasons: Reasons
    open: list[Benefit]
    delivered: list[Benefit]
    withdrawn: list[Benefit]
    promises: Promises
    amounts: list[Amount]

    @property
    def total(self) -> int:
        return len(self.open) + len(self.delivered) + len(self.withdrawn)

    @property
    def doubted(self) -> list[Benefit]:
        return [one for one in self.delivered if one.is_doubted]


def value_of(organisation: Organisation, *, on: date) -> PartnerValue:
    """Open ones as they fall due, delivered ones with the newest first."""
    benefits = list(Benefit.objects.of([organisation]).with_people())
    delivered = [one for one in benefits if one.is_delivered]
    return PartnerValue(
        said=ValueStatement.objects.told_of(organisation),
        reasons=reasons_of(organisation),
        open=sorted(
            (one for one in benefits if one.is_open),
            key=lambda one: (one.due_on or date.max, one.promised_on, one.pk),
        ),
        delivered=sorted(delivered, key=lambda one: (one.delivered_on, one.pk), reverse=True),
        withdrawn=[one for one in benefits if one.is_withdrawn],
        promises=promises_among(benefits, on=on),
        amounts=amounts_among(benefits),
    )
