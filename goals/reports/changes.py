"""What was changed in one goal, the newest first."""

from django.db.models import Q

from common.history import changes
from common.history.changes import SHOWN, ChangeLine, Model
from goals.models import Goal, GoalNeed, GoalRole, GoalTerm, HereFor
from goals.reports.sentences import SENTENCES

__all__ = ["SHOWN", "changes_of"]


def changes_of(goal: Goal) -> list[ChangeLine]:
    """Of itself, and of all that hangs on it. Two queries."""
    within: dict[Model, Q] = {Goal: Q(pgh_obj_id=goal.pk)}
    within |= {model: Q(goal=goal.pk) for model in (GoalTerm, GoalNeed, GoalRole, HereFor)}
    return changes.changes_in(goal.coalition_id, within=within, sentences=SENTENCES)
