from goals.models.goals import CARRIED, Goal, GoalTerm
from goals.models.here_for import HereFor
from goals.models.needs import GoalNeed
from goals.models.roles import GoalRole, Raci

__all__ = ["CARRIED", "Goal", "GoalNeed", "GoalRole", "GoalTerm", "HereFor", "Raci"]
