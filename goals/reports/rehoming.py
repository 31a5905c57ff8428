"""What a partner that leaves does in goals: somebody else must do it."""

from datetime import date

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from goals.models import GoalRole
from goals.reports.letters import letter_words
from partners.reports.pipeline.rehoming import THING, Group, also_rehome, part

ROLES = Group(
    "goal_roles",
    _("Parts in goals"),
    _("Give each to somebody else, or end it."),
    "goals:goal",
    THING,
    ("goals.GoalRole.organisation",),
)


def goal_roles(organisation: int, _on: date) -> QuerySet:
    """In goals that run, the day being that of the goal."""
    rows = GoalRole.objects.in_running_goals().filter(organisation=organisation)
    words = Concat(letter_words(), Value(": "), F("goal__statement"), output_field=CharField())
    return part("goal_roles", rows, words, day="goal__by_when", pk="goal_id")


def announce() -> None:
    also_rehome(ROLES, goal_roles)
