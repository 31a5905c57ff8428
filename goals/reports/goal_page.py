"""The page of one goal: what it says, what it needs and who brings it, and who does what."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from accounts.models import Membership
from accounts.permissions import Permission
from goals.models import CARRIED, Goal, GoalNeed, GoalRole, Raci
from goals.models.goals import LABELS
from goals.models.roles import MEANINGS
from goals.reports.bringing import Bringing, bringing
from partners.models import OtherList, Term, Vocabulary
from partners.reports.areas import Areas


@dataclass(frozen=True)
class Part:
    """One letter of RACI with who has it, as far as the member may see them."""

    letter: str
    label: str
    meaning: str
    roles: list[GoalRole]


@dataclass(frozen=True)
class GoalPage:
    """`bringing` for those who see partners; the others read only the words of what is needed."""

    goal: Goal
    terms: list[Term]
    parts: list[Part]
    is_late: bool
    bringing: Bringing | None
    needs: list[GoalNeed]

    @property
    def lists(self) -> list[tuple[str, str, list[Term]]]:
        """Each list of which it carries something: its name, in which words, and what."""
        found = [(name, [t for t in self.terms if t.vocabulary == name]) for name in CARRIED]
        return [(name, str(LABELS[name]), terms) for name, terms in found if terms]

    @property
    def conditions(self) -> list[Term]:
        return [one for one in self.terms if one.vocabulary == Vocabulary.DETERMINANT]

    @property
    def priorities(self) -> list[Term]:
        return [one for one in self.terms if one.vocabulary == OtherList.PRIORITY]

    @property
    def is_only_behaviour(self) -> bool:
        return not self.goal.works_on_conditions

    @property
    def names_no_condition(self) -> bool:
        """It says that it works on conditions, and not yet on which."""
        return self.goal.works_on_conditions and not self.conditions

    @property
    def has_roles(self) -> bool:
        return any(part.roles for part in self.parts)


def goal_page(goal: Goal, membership: Membership, *, on: date) -> GoalPage:
    """Eight queries, three for who does not see partners; the goal is one for a page."""
    terms = list(Term.objects.of_coalition(goal.coalition_id).in_any(CARRIED).for_choosing())
    roles = GoalRole.objects.visible_to(membership).current().filter(goal=goal)
    found = None
    if membership.may(Permission.SEE_PARTNERS):
        found = bringing(goal, membership, lying=Areas.among(terms), on=on)
    return GoalPage(
        goal=goal,
        terms=[one for one in terms if one.pk in goal.term_ids],  # type: ignore[attr-defined]
        parts=_parts(list(roles.in_order())),
        is_late=not goal.is_ended and goal.by_when is not None and goal.by_when < on,
        bringing=found,
        needs=[] if found else list(GoalNeed.objects.of(goal.pk)),
    )


def _parts(roles: list[GoalRole]) -> list[Part]:
    def part(letter: Any) -> Part:
        given = [role for role in roles if role.letter == letter]
        return Part(letter.value, str(letter.label), str(MEANINGS[letter]), given)

    return [part(letter) for letter in Raci]
