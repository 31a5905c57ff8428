"""Every change of a goal is told with who and why, and can be taken back."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from accounts.permissions import Role
from goals.models import Goal
from goals.reports.sentences import SENTENCES
from tests.goals.doors import at, sent, text
from tests.goals.factories import GoalFactory, day
from tests.partners.listing.test_grouping import undo_on

pytestmark = pytest.mark.django_db
# “recording("goal.set", by=by)”
VERB = re.compile(r'recording\(\s*"(?P<verb>[a-z_]+\.[a-z_]+)"')
ENDING = {"as_what": "reached", "because": "Every home has a shop in reach"}
TOLD = {"statement": "Safe homes", "works_on": "both", "by_when": day(9).isoformat()}


def sources() -> str:
    folder = Path(settings.BASE_DIR) / "goals"
    return "\n".join(path.read_text() for path in sorted(folder.rglob("*.py")))


def test_every_recorded_change_has_a_sentence():
    verbs = {match["verb"] for match in VERB.finditer(sources())}
    assert len(verbs) > 3
    assert verbs - set(SENTENCES) == set()


def test_history_tells_who_did_what_and_why(coordinator):
    goal = GoalFactory(coalition=coordinator.membership.coalition)
    sent(coordinator, at(coordinator, "end", goal.pk), ENDING)
    page = text(coordinator.get(at(coordinator, "history", goal.pk)))
    assert f"{coordinator.membership.person} ended a goal: {goal}" in page
    assert ENDING["because"] in page


def test_end_is_taken_back_by_its_button(coordinator):
    goal = GoalFactory(coalition=coordinator.membership.coalition)
    address = at(coordinator, "end", goal.pk)
    sent(coordinator, address, ENDING)
    page = at(coordinator, "goal", goal.pk)
    answer = coordinator.post(
        undo_on(coordinator.get(page)), headers={"referer": f"http://testserver{page}"}
    )
    goal.refresh_from_db()
    assert (answer["Location"], goal.is_ended) == (page, False)


def test_undo_of_a_setting_leads_to_the_list(coordinator):
    sent(coordinator, at(coordinator, "add"), TOLD, mark="form_key")
    page = at(coordinator, "goal", Goal.objects.get().pk)
    undo = undo_on(coordinator.get(page))
    answer = coordinator.post(undo, headers={"referer": f"http://testserver{page}"})
    assert answer["Location"] == at(coordinator, "list")
    assert not Goal.objects.exists()


def test_undo_refuses_what_was_changed_since(coordinator):
    sent(coordinator, at(coordinator, "add"), TOLD, mark="form_key")
    goal = Goal.objects.get()
    undo = undo_on(coordinator.get(at(coordinator, "goal", goal.pk)))
    sent(coordinator, at(coordinator, "edit", goal.pk), {**TOLD, "statement": "Safer homes"})
    answer = coordinator.post(undo, follow=True)
    assert "changed again since" in text(answer)
    goal.refresh_from_db()
    assert goal.statement == "Safer homes"


def test_change_of_somebody_else_is_not_there_for_who_keeps_no_goals(coordinator, member):
    sent(coordinator, at(coordinator, "add"), TOLD, mark="form_key")
    goal = Goal.objects.get()
    undo = undo_on(coordinator.get(at(coordinator, "goal", goal.pk)))
    steering = member(Role.STEERING, coalition=goal.coalition)
    assert steering.post(undo).status_code == 404
    assert Goal.objects.filter(pk=goal.pk).exists()


@pytest.mark.parametrize("number", [1, 3])
def test_history_takes_the_same_queries(coordinator, number, django_assert_num_queries):
    goal = GoalFactory(coalition=coordinator.membership.coalition)
    for n in range(number):
        sent(coordinator, at(coordinator, "edit", goal.pk), {**TOLD, "statement": f"Goal {n}"})
    url = at(coordinator, "history", goal.pk)
    coordinator.get(url)
    with django_assert_num_queries(6):
        coordinator.get(url)
