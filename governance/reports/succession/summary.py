"""Succession in three numbers, for a page that tells of everything."""

from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import Coalition
from common.database.counting import counted
from governance.models import Deputy, KeyRole, RoleAssignment
from governance.reports.succession.ending import WINDOWS, without_successor


@dataclass(frozen=True)
class SuccessionSummary:
    """Of the whole coalition, whoever asks."""

    key_roles: int
    covered: int  # of the key roles: a deputy is willing and ready now
    ending: int  # terms over within 90 days without a successor

    @property
    def ratio(self) -> float | None:
        """None without key roles: not enough data."""
        return self.covered / self.key_roles if self.key_roles else None


def succession_summary(coalition: int, *, on: date) -> SuccessionSummary:
    """In one query."""
    roles = KeyRole.objects.of_coalition(coalition).current()
    terms = RoleAssignment.objects.of_coalition(coalition)
    ending = without_successor(terms, by=on + timedelta(days=WINDOWS[-1]), on=on)
    told = (
        Coalition.objects.filter(pk=coalition)
        .order_by()
        .values_list(
            counted(roles),
            counted(roles.with_ready_deputy(Deputy.objects.ready_now())),
            counted(ending),
        )
    )
    return SuccessionSummary(*told.get())
