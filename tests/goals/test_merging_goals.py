"""Parts in goals when organisations turn out to be one, and are taken apart again."""

import pytest

from goals.models import GoalRole, HereFor
from partners import operations
from tests.factories import NOW, OrganisationFactory
from tests.goals.doors import at, text
from tests.goals.factories import GoalFactory, GoalRoleFactory, HereForFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(coordinator):
    coalition = coordinator.membership.coalition
    return [
        OrganisationFactory(coalition=coalition, name=name) for name in ("Clinic", "Clinic Inc.")
    ]


def merged(client, survivor, other):
    by = client.membership.person
    return operations.merge(survivor, others=[other], choices={}, by=by, at=NOW)[0]


def held() -> set[tuple]:
    return set(GoalRole.objects.values_list("pk", "organisation", "letter"))


def test_who_was_accountable_stays_so_beside_the_parts_of_the_other(coordinator, two):
    goal = GoalFactory(coalition=two[0].coalition)
    GoalRoleFactory(goal=goal, organisation=two[0], letter="consulted")
    GoalRoleFactory(goal=goal, organisation=two[1], accountable=True, words="Answers for it")
    before = held()
    merge = merged(coordinator, *two)
    assert {row[1] for row in held()} == {two[0].pk}
    page = text(coordinator.get(at(coordinator, "goal", goal.pk)))
    assert "Answers for it" in page
    assert "Nobody is accountable yet." not in page
    operations.unmerge(merge, by=coordinator.membership.person, at=NOW)
    assert held() == before


def test_same_part_of_both_becomes_one_and_two_again(coordinator, two):
    goal = GoalFactory(coalition=two[0].coalition)
    for one in two:
        GoalRoleFactory(goal=goal, organisation=one)
        HereForFactory(goal=goal, organisation=one)
    before = held()
    merge = merged(coordinator, *two)
    assert GoalRole.objects.get().organisation == two[0]
    assert HereFor.objects.get().organisation == two[0]
    operations.unmerge(merge, by=coordinator.membership.person, at=NOW)
    assert held() == before
    assert set(HereFor.objects.values_list("organisation", flat=True)) == {one.pk for one in two}


def test_part_that_ended_follows_beside_the_same_that_runs(coordinator, two):
    goal = GoalFactory(coalition=two[0].coalition)
    GoalRoleFactory(goal=goal, organisation=two[0])
    GoalRoleFactory(goal=goal, organisation=two[1], ended=True)
    merged(coordinator, *two)
    assert GoalRole.objects.filter(organisation=two[0]).count() == 2


def test_part_that_is_given_to_one_that_was_merged_goes_to_the_one_that_stays(coordinator, two):
    goal = GoalFactory(coalition=two[0].coalition)
    merged(coordinator, *two)
    role = GoalRoleFactory(goal=goal, organisation=two[1])
    role.refresh_from_db()
    assert role.organisation == two[0]
