"""Giving organisations a part in a goal, and writing down what they say of it."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from goals.models import Goal, GoalRole, Raci
from goals.operations.goals import running
from partners.models import Organisation


@dataclass(frozen=True)
class Part:
    """One letter of RACI, with what we say that they do and what it means for equity."""

    letter: str
    words: str = ""
    equity: str = ""


@dataclass(frozen=True)
class OwnWords:
    words: str = ""
    equity: str = ""

    @property
    def is_nothing(self) -> bool:
        return not (self.words or self.equity)


@transaction.atomic
def give_role(
    goal: Goal, organisation: Organisation, part: Part, *, on: date, by: Person
) -> GoalRole:
    """Raises Refusal when another is accountable, and when they have this part already."""
    goal = running(goal)
    organisation = Organisation.objects.locked_home(organisation.pk)
    if organisation.is_retired:
        raise Refusal(_("They are retired. Work with them again first."))
    role = GoalRole(
        coalition_id=goal.coalition_id, goal=goal, organisation=organisation, since_on=on
    )
    with recording("goal_role.given", by=by):
        return _write(role, part)


@transaction.atomic
def edit_role(role: GoalRole, part: Part, *, by: Person) -> GoalRole:
    """Raises Refusal as giving it does."""
    running(role.goal)
    role = _locked(role)
    with recording("goal_role.edited", by=by):
        return _write(role, part)


@transaction.atomic
def end_role(role: GoalRole, *, on: date, by: Person) -> GoalRole:
    """They have this part no more; what was said of it stays."""
    role = _locked(role)
    if role.is_ended:
        return role
    with recording("goal_role.ended", by=by):
        role.ended_on = max(on, role.since_on)
        role.save()
    return role


@transaction.atomic
def tell_own_words(
    role: GoalRole, told: OwnWords, *, on: date, by: Person, is_own_hand: bool = False
) -> GoalRole:
    """What they say of their part themselves, here or to one of us; nothing takes it away.

    What one of us heard does not write over what they wrote with their own hand: that raises Refusal.
    """
    role = _locked(role)
    if role.is_own_hand and not is_own_hand:
        raise Refusal(_("They wrote this themselves. Ask them to change it."))
    if (role.own_words, role.own_equity) == (told.words, told.equity):
        return role
    with recording("goal_role.told", by=by):
        role.own_words, role.own_equity = told.words, told.equity
        role.own_said_on = None if told.is_nothing else on
        role.own_written_by = None if told.is_nothing else by
        role.is_own_hand = is_own_hand and not told.is_nothing
        role.save()
    return role


def _write(role: GoalRole, part: Part) -> GoalRole:
    role.letter, role.words, role.equity = part.letter, part.words, part.equity
    try:
        with transaction.atomic():
            role.save()
    except IntegrityError as error:
        raise _refused(role) from error
    return role


def _refused(role: GoalRole) -> Refusal:
    """In the words of whoever has the part already."""
    others = GoalRole.objects.current().filter(goal=role.goal_id).exclude(pk=role.pk)
    held = others.filter(letter=Raci.ACCOUNTABLE).told().first()
    if role.is_accountable and held and held.organisation_id != role.organisation_id:
        return Refusal(
            _("%(name)s is accountable already. One answers for a goal: end their part first.")
            % {"name": held.organisation}
        )
    return Refusal(_("They have this part already."))


def _locked(role: GoalRole) -> GoalRole:
    rows = GoalRole.objects.told().select_for_update(of=("self",))
    return rows.get(pk=role.pk)
