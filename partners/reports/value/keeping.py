"""Whether promises are kept on time: ours to partners, and theirs to us, by one measure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from partners.models.value.promises import Promise

P = TypeVar("P", bound=Promise)

# Of fewer promises a share says nothing.
FEWEST = 3


@dataclass(frozen=True)
class Keeping:
    """Of `due` promises `kept` were delivered on or before their day.

    Their day is the one promised first, or the one last agreed with the partner: a day that we move
    alone wins us no time. Counted are promises whose day lies within the last 365 days and that were
    not taken back; one whose day is today counts once it is delivered. The same formula as for what
    partners do for us.
    """

    kept: int = 0
    due: int = 0

    @property
    def percent(self) -> int | None:
        """0 to 100, or None for "not enough data"."""
        return round(100 * self.kept / self.due) if self.due >= FEWEST else None


@dataclass(frozen=True)
class Promises(Generic[P]):
    """The promises of one partner that have a day: those that are counted, and those to come."""

    keeping: Keeping
    on_time: list[P]
    late: list[P]
    to_come: list[P]
    fewest: int = FEWEST


def promises_among(promises: Iterable[P], *, on: date) -> Promises[P]:
    """From rows that are at hand, without a query."""
    dated = [one for one in promises if one.measured_on and not one.is_withdrawn]
    counted = [one for one in dated if one.counts(on=on)]
    on_time = [one for one in counted if one.was_kept_on_time]
    return Promises(
        keeping=Keeping(kept=len(on_time), due=len(counted)),
        on_time=on_time,
        late=[one for one in counted if not one.was_kept_on_time],
        to_come=sorted(
            (one for one in dated if one.is_open and not one.counts(on=on)),
            key=lambda one: (one.measured_on, one.pk),
        ),
    )
