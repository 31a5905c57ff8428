"""The coalition's own checklist for newcomers."""

import pytest

from accounts.permissions import Role
from governance.models import JoiningStep, OnboardingItem
from governance.reports.joining.presets import PRESETS
from tests.forms import carried
from tests.governance.joining.factories import JoiningStepFactory
from tests.governance.joining.pages import at, joined, said, text, undo_on

pytestmark = pytest.mark.django_db


def words(client, audience="partner") -> list[str]:
    rows = JoiningStep.objects.of_coalition(client.membership.coalition).current()
    return list(rows.meant_for(audience).values_list("words", flat=True))


def test_button_fills_in_both_lists_and_is_taken_back(coordinator):
    answer = coordinator.post(at(coordinator, "joining_steps_fill"), follow=True)
    assert JoiningStep.objects.count() == len(PRESETS)
    assert words(coordinator)[:2] == ["Welcome call", "Buddy named"]
    assert words(coordinator, "person")[0] == "Welcome call"
    coordinator.post(undo_on(answer))
    assert not JoiningStep.objects.exists()


def test_filling_in_leaves_alone_what_says_the_same_in_own_words(coordinator):
    own = JoiningStepFactory(
        coalition=coordinator.membership.coalition, kind="welcome", words="A coffee with Ruth"
    )
    coordinator.post(at(coordinator, "joining_steps_fill"))
    assert JoiningStep.objects.filter(audience="partner", kind="welcome").get() == own
    answer = coordinator.post(at(coordinator, "joining_steps_fill"), follow=True)
    assert "All of them are on the lists already." in said(answer)


def test_item_is_added_for_one_kind_of_newcomer(coordinator):
    page = coordinator.get(at(coordinator, "joining_step_add") + "?for=person")
    told = {"words": "Badge", "kind": "other", "due_days": "5", "audience": "person"}
    coordinator.post(
        at(coordinator, "joining_step_add"), told | {"form_key": carried(page, "form_key")}
    )
    assert words(coordinator) == []
    assert words(coordinator, "person") == ["Badge"]


def test_same_words_stand_once_but_again_after_retiring(coordinator):
    coalition = coordinator.membership.coalition
    step = JoiningStepFactory(coalition=coalition, words="Welcome call")
    told = {"words": "welcome CALL", "kind": "other", "audience": "partner"}
    answer = coordinator.post(at(coordinator, "joining_step_add"), told)
    assert answer.status_code == 422
    assert "This is on the list already." in text(answer)
    coordinator.post(at(coordinator, "joining_step_retire", step.pk))
    coordinator.post(at(coordinator, "joining_step_add"), told)
    assert words(coordinator) == ["welcome CALL"]
    answer = coordinator.post(at(coordinator, "joining_step_restore", step.pk), follow=True)
    assert "This is on the list already." in said(answer)
    assert words(coordinator) == ["welcome CALL"]


def test_items_change_places(coordinator):
    coalition = coordinator.membership.coalition
    JoiningStepFactory(coalition=coalition, words="One")
    two = JoiningStepFactory(coalition=coalition, words="Two")
    page = coordinator.get(at(coordinator, "joining_steps"))
    told = {"step": "earlier", "form_key": carried(page, "form_key")}
    coordinator.post(at(coordinator, "joining_step_move", two.pk), told)
    coordinator.post(at(coordinator, "joining_step_move", two.pk), told)  # in a hurry
    assert words(coordinator) == ["Two", "One"]


def test_changed_item_leaves_started_checklists_as_they_are(coordinator):
    coalition = coordinator.membership.coalition
    step = JoiningStepFactory(coalition=coalition, words="Tour")
    coordinator.post(at(coordinator, "joining_start", joined(coalition, 3).pk))
    page = coordinator.get(at(coordinator, "joining_step", step.pk))
    told = {"words": "Walk", "kind": "other", "opened": carried(page, "opened")}
    coordinator.post(at(coordinator, "joining_step", step.pk), told)
    assert words(coordinator) == ["Walk"]
    assert OnboardingItem.objects.get().words == "Tour"


def test_only_who_keeps_governance_sees_the_list(member):
    steering = member(Role.STEERING)
    assert steering.get(at(steering, "joining_steps")).status_code == 403
