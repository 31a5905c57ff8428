"""Common priorities as levers: who wants what a goal serves, who wants other things, who was not asked."""

import pytest

from accounts.permissions import Role
from tests.factories import ProfileRowFactory
from tests.goals.doors import at, partner, term, text
from tests.goals.factories import GoalFactory, GoalTermFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def goal(coordinator):
    made = GoalFactory(coalition=coordinator.membership.coalition)
    for name in ("Fresh food", "Buses"):
        GoalTermFactory(goal=made, term=term(made.coalition, "priority", name))
    return made


def wants(goal, name, *priorities, kind="partner", voice="theirs"):
    made = partner(goal.coalition, name, kind=kind)
    for position, one in enumerate(priorities, start=1):
        ProfileRowFactory(
            organisation=made,
            priority=True,
            voice=voice,
            position=position,
            term=term(goal.coalition, "priority", one),
        )
    return made


def found(client, goal, **asked):
    return client.get(at(client, "priorities", goal.pk), asked).context["found"]


def told(listing) -> list[tuple]:
    return [(str(line.organisation), line.shared, line.first) for line in listing.lines]


def test_who_shares_most_comes_first_then_who_puts_it_highest(coordinator, goal):
    wants(goal, "One, second", "Rents", "Buses")
    wants(goal, "Both", "Rents", "Buses", "Fresh food", kind="prospect")
    wants(goal, "One, first", "Fresh food", "Rents")
    assert told(found(coordinator, goal)) == [
        ("Both", ["Buses", "Fresh food"], 2),
        ("One, first", ["Fresh food"], 1),
        ("One, second", ["Buses"], 2),
    ]


def test_not_asked_is_apart_from_shares_none(coordinator, goal):
    wants(goal, "Wants it", "Buses")
    wants(goal, "Wants other things", "Rents")
    wants(goal, "Only we say so", "Buses", voice="ours")
    wants(goal, "Stakeholder", "Buses", kind="stakeholder")
    listing = found(coordinator, goal)
    assert (listing.sharing, listing.none, listing.unasked) == (1, 1, 1)
    none, unasked = (found(coordinator, goal, show=show) for show in ("none", "unasked"))
    assert told(none) == [("Wants other things", [], None)]
    assert told(unasked) == [("Only we say so", [], None)]


def test_prospects_alone(coordinator, goal):
    wants(goal, "Partner", "Buses")
    wants(goal, "Prospect", "Buses", kind="prospect")
    assert told(found(coordinator, goal, who="prospects")) == [("Prospect", ["Buses"], 1)]


def test_goal_without_a_priority_asks_for_one(coordinator):
    goal = GoalFactory(coalition=coordinator.membership.coalition)
    page = text(coordinator.get(at(coordinator, "priorities", goal.pk)))
    assert "The goal names no priority yet" in page


def test_nobody_asked_is_not_enough_data(coordinator, goal):
    page = text(coordinator.get(at(coordinator, "priorities", goal.pk)))
    assert "Not enough data" in page


def test_partner_does_not_read_what_others_want(goal, member):
    client = member(Role.PARTNER, coalition=goal.coalition)
    assert client.get(at(client, "priorities", goal.pk)).status_code == 403


@pytest.mark.parametrize("number", [1, 3])
def test_sharing_takes_the_same_queries(coordinator, goal, number, django_assert_num_queries):
    for n in range(number):
        wants(goal, f"Partner {n}", "Buses", "Fresh food")
    url = at(coordinator, "priorities", goal.pk)
    coordinator.get(url)
    with django_assert_num_queries(8):
        coordinator.get(url)
