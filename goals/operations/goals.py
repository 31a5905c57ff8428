"""Setting a goal, changing it, ending it with a reason, and taking it up again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from goals.models import Goal, GoalTerm
from partners.models import Term


@dataclass(frozen=True)
class Aim:
    """What a goal says; `terms` are its conditions, populations, areas and priorities together."""

    statement: str
    works_on: str
    how: str = ""
    by_when: date | None = None
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True)
class Ending:
    """`as_what` is one of `Goal.End`."""

    as_what: str
    because: str


@transaction.atomic
def set_goal(coalition: Coalition, aim: Aim, *, by: Person) -> Goal:
    with recording("goal.set", by=by):
        return _write(Goal(coalition=coalition), aim)


@transaction.atomic
def edit_goal(goal: Goal, aim: Aim, *, by: Person) -> Goal:
    goal = locked_goal(goal)
    with recording("goal.edited", by=by):
        return _write(goal, aim)


@transaction.atomic
def end_goal(goal: Goal, ending: Ending, *, on: date, by: Person) -> Goal:
    """Reached, or given up. Raises Refusal when somebody has ended it meanwhile."""
    goal = locked_goal(goal)
    if goal.is_ended:
        raise Refusal(_("Somebody has ended this goal meanwhile."))
    with recording("goal.ended", by=by, reason=ending.because):
        goal.ended_on, goal.ended_as, goal.ended_because = on, ending.as_what, ending.because
        goal.save()
    return goal


@transaction.atomic
def take_up(goal: Goal, *, by: Person) -> Goal:
    """Work on it again, with all that it had. How it ended stays in its history."""
    goal = locked_goal(goal)
    if not goal.is_ended:
        return goal
    with recording("goal.taken_up", by=by):
        goal.ended_on, goal.ended_as, goal.ended_because = None, "", ""
        goal.save()
    return goal


def locked_goal(goal: Goal) -> Goal:
    return Goal.objects.told().select_for_update(of=("self",)).get(pk=goal.pk)


def running(goal: Goal) -> Goal:
    """The goal, for nobody else to write. Raises Refusal for one that has ended."""
    goal = locked_goal(goal)
    if goal.is_ended:
        raise Refusal(_("This goal has ended. Take it up again first."))
    return goal


def _write(goal: Goal, aim: Aim) -> Goal:
    goal.statement, goal.how = aim.statement, aim.how
    goal.by_when, goal.works_on = aim.by_when, aim.works_on
    goal.save()
    _carry(goal, aim.terms)
    return goal


def _carry(goal: Goal, terms: Iterable[Term]) -> None:
    """Exactly these from now on; what it carries already stays the row that it is."""
    wanted = {term.pk for term in terms}
    rows = GoalTerm.objects.filter(goal=goal)
    carried = set(rows.values_list("term", flat=True))
    rows.exclude(term__in=wanted).delete()
    GoalTerm.objects.bulk_create(
        GoalTerm(coalition_id=goal.coalition_id, goal=goal, term_id=term)
        for term in sorted(wanted - carried)
    )
