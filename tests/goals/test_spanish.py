"""Goals in Spanish: words that another page uses in another sense stand here in the sense of a goal."""

import pytest

from tests.goals.doors import at, text
from tests.goals.factories import GoalFactory


@pytest.fixture
def coalition(coordinator):
    coordinator.membership.person.language = "es"
    coordinator.membership.person.save()
    return coordinator.membership.coalition


def test_goal_is_a_feminine_word(coordinator, coalition):
    GoalFactory(coalition=coalition, reached=True)
    page = text(coordinator.get(at(coordinator, "list")))
    assert "Terminadas" in page
    assert "Alcanzada" in page
    assert "Localizado" not in page


def test_goal_that_runs_can_be_ended(coordinator, coalition):
    goal = GoalFactory(coalition=coalition)
    assert "Terminarla" in text(coordinator.get(at(coordinator, "goal", goal.pk)))
