"""Saying what a goal needs, and that it needs it no more."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from goals.models import Goal, GoalNeed
from goals.operations.goals import running
from partners.models import CompositionSettings, NeededVoice, Term
from partners.operations.composition.voices import need_voice


@transaction.atomic
def add_voice(goal: Goal, terms: Mapping[str, Term], *, why: str = "", by: Person) -> GoalNeed:
    """The goal needs somebody who stands for all of these terms, at the table of the coalition.

    Who is not asked for there yet is asked for from now on, as often as the coalition's settings say.
    Raises Refusal when the goal needs it already.
    """
    goal = running(goal)
    with recording("goal_need.added", by=by):
        needed = _asked_for(goal, terms, why=why, by=by)
        return _add(goal, why=why, needed=needed)


@transaction.atomic
def add_capacity(goal: Goal, kind: str, *, why: str = "", by: Person) -> GoalNeed:
    """Raises Refusal when the goal needs it already."""
    goal = running(goal)
    with recording("goal_need.added", by=by):
        return _add(goal, why=why, kind=kind)


@transaction.atomic
def add_strength(goal: Goal, words: str, *, why: str = "", by: Person) -> GoalNeed:
    """Raises Refusal when the goal needs it already, in whatever capitals and accents."""
    goal = running(goal)
    with recording("goal_need.added", by=by):
        return _add(goal, why=why, strength=words)


@transaction.atomic
def drop_need(need: GoalNeed, *, by: Person) -> None:
    """The goal needs it no more. A voice stays asked for at the table: others may need it there.

    Dropped already is dropped.
    """
    goal = running(need.goal)
    with recording("goal_need.dropped", by=by):
        GoalNeed.objects.filter(goal=goal, pk=need.pk).delete()


def _asked_for(goal: Goal, terms: Mapping[str, Term], *, why: str, by: Person) -> NeededVoice:
    ids = {axis: term.pk for axis, term in terms.items()}
    asked = NeededVoice.objects.of_coalition(goal.coalition_id).current()
    found = asked.asking_for(ids).first()
    if found:
        return found
    least = CompositionSettings.of(goal.coalition_id).voices
    why = why or _("For our goal: %(goal)s") % {"goal": goal}
    return need_voice(goal.coalition, terms, least=least, why=why, by=by)


def _add(goal: Goal, **told: Any) -> GoalNeed:
    try:
        with transaction.atomic():
            return GoalNeed.objects.create(coalition_id=goal.coalition_id, goal=goal, **told)
    except IntegrityError as error:
        raise Refusal(_("The goal needs this already.")) from error
