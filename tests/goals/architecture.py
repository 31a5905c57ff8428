"""What the tests of all addresses must know of goals: an example row, and how forms bear twice."""

from collections.abc import Callable
from typing import Any

from tests.goals.factories import GoalFactory, GoalNeedFactory, GoalRoleFactory

FINDS_IT_SO = "It says how it shall be: the second press finds it so, and writes nothing."
TAKES_BACK = "It takes back one change that it names, refuses when others came since."
MARK, KEY = "opened", "form_key"


def goal(here: Any) -> dict[str, int]:
    return {"pk": GoalFactory(coalition=here.coalition).pk}


def ended(here: Any) -> dict[str, int]:
    return {"pk": GoalFactory(coalition=here.coalition, reached=True).pk}


def need(here: Any) -> dict[str, int]:
    one = GoalNeedFactory(goal__coalition=here.coalition, needed=here.needed)
    return {"pk": one.goal_id, "need": one.pk}


def role(here: Any) -> dict[str, int]:
    """Of the organisation for which the partner signs in."""
    goal = GoalFactory(coalition=here.coalition)
    return {"pk": GoalRoleFactory(goal=goal, organisation=here.organisation).pk}


def organisation(here: Any) -> dict[str, int]:
    return {"pk": here.organisation.pk}


def changed_goal(here: Any) -> dict[str, Any]:
    """A change of a goal, so that it can be taken back."""
    from common.history.tracking import recording

    one = GoalFactory(coalition=here.coalition)
    with recording("goal.edited") as change:
        one.how = "Changed"
        one.save()
    return {"change": change}


EXAMPLES: dict[str, Callable[..., Any]] = {
    "goals:goal": goal,
    "goals:edit": goal,
    "goals:end": goal,
    "goals:take_up": ended,
    "goals:history": goal,
    "goals:need_voice": goal,
    "goals:need_asset": goal,
    "goals:need": need,
    "goals:need_drop": need,
    "goals:priorities": goal,
    "goals:role_give": goal,
    "goals:role_edit": role,
    "goals:role_end": role,
    "goals:role_heard": role,
    "goals:role_own": role,
    "goals:of_partner": organisation,
    "goals:here_for": organisation,
    "goals:own_here_for": organisation,
    "goals:undo": changed_goal,
}
# Fields of tests.architecture.twice.Carries
CARRYING: dict[str, Any] = {
    "goals:add": {"field": KEY},
    "goals:edit": {"field": MARK},
    "goals:end": {"field": MARK},
    "goals:need_voice": {"field": KEY},
    "goals:need_asset": {"field": KEY},
    "goals:role_give": {"field": KEY},
    "goals:role_edit": {"field": MARK},
    "goals:role_heard": {"field": MARK},
    "goals:role_own": {"field": MARK},
    "goals:here_for": {"field": MARK},
    "goals:own_here_for": {"field": MARK},
}
NEEDS_NEITHER: dict[str, str] = {
    "goals:take_up": FINDS_IT_SO,
    "goals:need_drop": FINDS_IT_SO,
    "goals:role_end": FINDS_IT_SO,
    "goals:undo": TAKES_BACK,
}
