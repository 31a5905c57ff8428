"""The coalition's goals as a list, with what all of them come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from accounts.models import Membership
from accounts.permissions import Permission
from goals.models import Goal, GoalRole, GoalTerm, Raci
from goals.reports.here_for import Linked, linked
from partners.models import Vocabulary

CONDITIONS, UNANSWERED = "conditions", "unanswered"  # which of them a list may show alone


@dataclass(frozen=True)
class Line:
    """`accountable` is who answers for it, as far as the member may see them."""

    goal: Goal
    conditions: list[str]
    accountable: str
    is_late: bool

    @property
    def names_a_condition(self) -> bool:
        """It says that it works on conditions, alone or with what people do, and names at least one."""
        return self.goal.works_on_conditions and bool(self.conditions)

    @property
    def is_unanswered(self) -> bool:
        return not self.goal.is_answered_for  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Listing:
    """`number` goals run, whatever is shown of them; `upstream` of them work on an underlying condition,
    and for `unanswered` nobody is accountable.

    `linked`: how many partners are here for one of them, for those who see partners.
    """

    lines: list[Line]
    ended: list[Goal]
    number: int
    upstream: int
    unanswered: int
    only: str
    linked: Linked | None


def listing(membership: Membership, *, only: str, on: date) -> Listing:
    """Five queries, however many goals there are."""
    goals = Goal.objects.of_coalition(membership.coalition_id).told()
    conditions = _conditions(membership.coalition_id)
    accountable = _accountable(membership)
    lines = [
        Line(
            goal,
            conditions.get(goal.pk, []),
            accountable.get(goal.pk, ""),
            is_late=goal.by_when is not None and goal.by_when < on,
        )
        for goal in goals.current().with_answered_for()
    ]
    upstream = [line for line in lines if line.names_a_condition]
    unanswered = [line for line in lines if line.is_unanswered]
    return Listing(
        lines={CONDITIONS: upstream, UNANSWERED: unanswered}.get(only, lines),
        ended=[] if only else list(goals.ended()),
        number=len(lines),
        upstream=len(upstream),
        unanswered=len(unanswered),
        only=only,
        linked=linked(membership) if membership.may(Permission.SEE_PARTNERS) else None,
    )


def _conditions(coalition: int) -> Mapping[int, list[str]]:
    """The names of the conditions on which each goal works."""
    rows = GoalTerm.objects.filter(coalition=coalition, term__vocabulary=Vocabulary.DETERMINANT)
    found: dict[int, list[str]] = {}
    for goal, name in rows.values_list("goal", "term__name"):
        found.setdefault(goal, []).append(name)
    return found


def _accountable(membership: Membership) -> Mapping[int, str]:
    rows = GoalRole.objects.visible_to(membership).current().filter(letter=Raci.ACCOUNTABLE)
    return dict(rows.order_by().values_list("goal", "organisation__name"))
