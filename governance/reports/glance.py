"""How the coalition works, on one page: each part of it in a line or two, and where the rest stands."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Coalition, Membership
from accounts.permissions import Permission
from governance.models import Word
from governance.reports.bodies.summaries import (
    BodiesSummary,
    FunctionsSummary,
    bodies_summary,
    functions_summary,
)
from governance.reports.charter.summary import CharterSummary, charter_summary
from governance.reports.communication.plan import CommunicationSummary, communication_summary
from governance.reports.joining.summary import JoiningSummary, joining_summary
from governance.reports.power.summaries import (
    PowerSummary,
    RuleLine,
    power_summary,
    rules_summary,
)
from governance.reports.succession.summary import SuccessionSummary, succession_summary


@dataclass(frozen=True)
class Glance:
    """What a member may see of each part; no `power` and no `succession` for who may see neither."""

    charter: CharterSummary | None
    is_charter_due: bool
    bodies: BodiesSummary
    functions: FunctionsSummary
    rules: list[RuleLine]
    power: PowerSummary | None
    succession: SuccessionSummary | None
    communication: CommunicationSummary
    joining: JoiningSummary
    words: int


def glance(coalition: Coalition, membership: Membership, *, on: date) -> Glance:
    """Nine queries, seven for who sees nothing of power and succession."""
    charter = charter_summary(coalition.pk)
    may_see_more = membership.may(Permission.SEE_SUCCESSION)
    return Glance(
        charter=charter,
        is_charter_due=charter is not None and charter.is_due(on=on),
        bodies=bodies_summary(coalition, membership, on),
        functions=functions_summary(coalition, on),
        rules=rules_summary(coalition, on=on),
        power=power_summary(coalition, on=on) if may_see_more else None,
        succession=succession_summary(coalition.pk, on=on) if may_see_more else None,
        communication=communication_summary(coalition.pk, on=on),
        joining=joining_summary(coalition, on),
        words=Word.objects.of_coalition(coalition.pk).current().count(),
    )
