"""Goals are set, changed, ended with a reason and taken up again; each says on what it works."""

import pytest
from django.db import IntegrityError, transaction

from accounts.permissions import Role
from goals.models import Goal
from tests.factories import CoalitionFactory
from tests.forms import carried
from tests.goals.doors import at, sent, term, text
from tests.goals.factories import GoalFactory, GoalRoleFactory, GoalTermFactory, day

pytestmark = pytest.mark.django_db
TOLD = {
    "statement": "Fresh food within a walk of every home in Riverbend",
    "how": "Carts, gardens and a shop that stays open",
    "by_when": day(300).isoformat(),
    "works_on": "conditions",
}


def test_goal_is_set_once_with_its_lists(coordinator):
    coalition = coordinator.membership.coalition
    food = term(coalition, "determinant", "Food")
    riverbend = term(coalition, "area", "Riverbend")
    address = at(coordinator, "add")
    told = {**TOLD, "determinant": [food.pk], "area": [riverbend.pk]}
    answer = sent(coordinator, address, told, mark="form_key")
    goal = Goal.objects.get()
    assert answer["Location"] == at(coordinator, "goal", goal.pk)
    assert (goal.statement, goal.works_on, goal.by_when) == (
        TOLD["statement"],
        "conditions",
        day(300),
    )
    assert set(goal.terms) == {food, riverbend}


def test_form_sent_twice_sets_one_goal(coordinator):
    address = at(coordinator, "add")
    page = coordinator.get(address)
    for _press in range(2):
        coordinator.post(address, {"form_key": carried(page, "form_key"), **TOLD})
    assert Goal.objects.count() == 1


def test_goal_without_its_sentence_is_refused(coordinator):
    answer = coordinator.post(at(coordinator, "add"), {**TOLD, "statement": " "})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["statement"]


def test_term_of_another_coalition_cannot_be_carried(coordinator):
    other = term(CoalitionFactory(), "area", "Far away")
    answer = coordinator.post(at(coordinator, "add"), {**TOLD, "area": [other.pk]})
    assert list(answer.context["form"].errors) == ["area"]


def test_edit_keeps_what_stays_and_drops_what_goes(coordinator):
    coalition = coordinator.membership.coalition
    goal = GoalFactory(coalition=coalition)
    food, homes = (term(coalition, "determinant", name) for name in ("Food", "Homes"))
    kept = GoalTermFactory(goal=goal, term=food)
    GoalTermFactory(goal=goal, term=term(coalition, "area", "Oak Hill"))
    told = {**TOLD, "determinant": [food.pk, homes.pk]}
    sent(coordinator, at(coordinator, "edit", goal.pk), told)
    goal.refresh_from_db()
    assert goal.statement == TOLD["statement"]
    assert set(goal.terms) == {food, homes}
    assert goal.carried.get(term=food).pk == kept.pk


def test_goal_that_ends_says_how_and_why(coordinator):
    goal = GoalFactory(coalition=coordinator.membership.coalition)
    ending = {"as_what": "given_up", "because": "The state has built the bus line itself"}
    sent(coordinator, at(coordinator, "end", goal.pk), ending)
    goal.refresh_from_db()
    assert (goal.ended_as, goal.ended_on) == ("given_up", day())
    assert "The state has built" in text(coordinator.get(at(coordinator, "list")))


def test_end_needs_a_reason(coordinator):
    goal = GoalFactory(coalition=coordinator.membership.coalition)
    answer = sent(coordinator, at(coordinator, "end", goal.pk), {"as_what": "reached"})
    assert answer.status_code == 422
    goal.refresh_from_db()
    assert not goal.is_ended


def test_goal_that_has_ended_is_not_ended_again(coordinator):
    goal = GoalFactory(coalition=coordinator.membership.coalition, reached=True)
    told = {"as_what": "given_up", "because": "No"}
    answer = sent(coordinator, at(coordinator, "end", goal.pk), told)
    assert "Somebody has ended this goal meanwhile." in text(answer)
    goal.refresh_from_db()
    assert goal.ended_as == "reached"


def test_goal_is_taken_up_again(coordinator):
    goal = GoalFactory(coalition=coordinator.membership.coalition, reached=True)
    coordinator.post(at(coordinator, "take_up", goal.pk))
    goal.refresh_from_db()
    assert (goal.ended_on, goal.ended_as, goal.ended_because) == (None, "", "")


# ---------------------------------------------------------------- what it works on


def hints(answer) -> int:
    return answer.content.decode().count('class="say')


def test_goal_that_works_only_on_behaviour_gets_a_hint(coordinator):
    goal = GoalFactory(coalition=coordinator.membership.coalition, behaviour=True)
    page = coordinator.get(at(coordinator, "goal", goal.pk))
    assert "This goal works on what people do." in text(page)


def test_goal_that_names_no_condition_is_asked_for_one(coordinator):
    goal = GoalFactory(coalition=coordinator.membership.coalition)
    assert "On which?" in text(coordinator.get(at(coordinator, "goal", goal.pk)))


def test_goal_that_names_its_condition_is_asked_nothing(coordinator):
    goal = GoalTermFactory(goal__coalition=coordinator.membership.coalition).goal
    page = coordinator.get(at(coordinator, "goal", goal.pk))
    assert hints(page) == 0
    assert goal.terms[0].name in text(page)


def test_list_tells_how_many_work_on_a_condition_and_shows_which(coordinator):
    coalition = coordinator.membership.coalition
    named = GoalTermFactory(goal__coalition=coalition, goal__statement="Safe homes").goal
    GoalFactory(coalition=coalition, statement="Conditions, and nobody says which")
    GoalTermFactory(goal__coalition=coalition, goal__behaviour=True)
    GoalTermFactory(goal__coalition=coalition, goal__reached=True)
    found = coordinator.get(at(coordinator, "list")).context["found"]
    assert (found.upstream, found.number, len(found.lines)) == (1, 3, 3)
    narrowed = coordinator.get(at(coordinator, "list"), {"works_on": "conditions"})
    assert [line.goal for line in narrowed.context["found"].lines] == [named]
    assert "1 of 3" in text(narrowed)


def test_list_begins_with_the_nearest_day_and_marks_the_late(coordinator):
    coalition = coordinator.membership.coalition
    someday = GoalFactory(coalition=coalition, by_when=None)
    soon = GoalFactory(coalition=coalition)
    late = GoalFactory(coalition=coalition, late=True)
    found = coordinator.get(at(coordinator, "list")).context["found"]
    assert [line.goal for line in found.lines] == [late, soon, someday]
    assert [line.is_late for line in found.lines] == [True, False, False]


def test_list_says_who_is_accountable_or_that_nobody_is(coordinator):
    coalition = coordinator.membership.coalition
    role = GoalRoleFactory(goal__coalition=coalition, accountable=True)
    GoalRoleFactory(goal__coalition=coalition, accountable=True, ended=True)
    page = text(coordinator.get(at(coordinator, "list")))
    assert f"{role.organisation.name} is accountable" in page
    assert page.count("Nobody is accountable yet") == 1


def test_goal_of_another_coalition_is_not_there(coordinator):
    goal = GoalFactory()
    assert coordinator.get(at(coordinator, "goal", goal.pk)).status_code == 404
    assert goal.statement not in text(coordinator.get(at(coordinator, "list")))


def test_viewer_reads_and_changes_nothing(coordinator, member):
    goal = GoalFactory(coalition=coordinator.membership.coalition)
    viewer = member(Role.VIEWER, coalition=goal.coalition)
    page = viewer.get(at(viewer, "goal", goal.pk))
    assert goal.statement in text(page)
    assert at(viewer, "edit", goal.pk) not in page.content.decode()
    assert viewer.get(at(viewer, "edit", goal.pk)).status_code == 403


# ---------------------------------------------------------------- what the database keeps


@pytest.mark.parametrize(
    "wrong",
    [
        {"statement": ""},
        {"works_on": ""},
        {"works_on": "luck"},
        {"ended_on": day()},
        {"ended_as": "reached"},
        {"ended_on": day(), "ended_as": "reached"},
        {"ended_on": day(), "ended_as": "lost", "ended_because": "Why not"},
    ],
)
def test_database_refuses_a_goal_that_makes_no_sense(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        GoalFactory(**wrong)


def test_goal_carries_a_term_once():
    carried = GoalTermFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        GoalTermFactory(goal=carried.goal, term=carried.term)


@pytest.mark.parametrize("number", [1, 3])
def test_goals_take_the_same_queries(coordinator, number, django_assert_num_queries):
    coalition = coordinator.membership.coalition
    for _n in range(number):
        goal = GoalTermFactory(goal__coalition=coalition).goal
        GoalRoleFactory(goal=goal, accountable=True)
        GoalFactory(coalition=coalition, reached=True)
    url = at(coordinator, "list")
    coordinator.get(url)
    with django_assert_num_queries(8):
        coordinator.get(url)
