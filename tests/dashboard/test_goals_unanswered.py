"""The home page names goals for which nobody is accountable, and leads to where that is mended."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from common.database.counting import Number
from tests.factories import OrganisationFactory
from tests.goals.doors import at, text
from tests.goals.factories import GoalFactory, GoalRoleFactory, day

pytestmark = pytest.mark.django_db

NOBODY = "Nobody is accountable for it"


def home(client):
    return client.get(reverse("dashboard:home", args=[client.slug]))


def errands(client):
    return [
        (errand.title, errand.url, errand.verb_url, errand.is_pressing)
        for group in home(client).context["today"].groups
        for errand in group.errands
        if errand.reason.startswith(NOBODY)
    ]


@pytest.fixture
def coordinator(coordinator):
    """Of a coalition that has begun: an empty one is led to its first spreadsheet."""
    OrganisationFactory(coalition=coordinator.membership.coalition)
    return coordinator


@pytest.fixture
def steering(member):
    client = member(Role.STEERING)
    OrganisationFactory(coalition=client.membership.coalition)
    return client


def goal(client, **told):
    return GoalFactory(coalition=client.membership.coalition, **told)


def test_goal_waits_until_somebody_is_accountable(coordinator):
    ours = goal(coordinator, statement="A bus at night")
    role = GoalRoleFactory(goal=ours, letter="responsible")
    give = f"{at(coordinator, 'role_give', ours.pk)}?part=accountable"
    page = at(coordinator, "goal", ours.pk)
    assert errands(coordinator) == [("A bus at night", page, give, False)]
    GoalRoleFactory(goal=ours, letter="accountable", organisation=role.organisation)
    assert errands(coordinator) == []


def test_who_was_accountable_once_is_nobody_today(coordinator):
    ours = goal(coordinator)
    GoalRoleFactory(goal=ours, letter="accountable", ended_on=day(-1))
    assert [title for title, *_ in errands(coordinator)] == [ours.statement]


def test_goals_that_ended_or_are_of_others_do_not_wait(coordinator):
    goal(coordinator, reached=True)
    GoalFactory()
    assert errands(coordinator) == []


def test_nearest_day_comes_first_and_what_is_past_presses(coordinator):
    goal(coordinator, statement="Some day", by_when=None)
    goal(coordinator, statement="Later", by_when=day(9))
    goal(coordinator, statement="Past", by_when=day(-1))
    told = [(title, presses) for title, _url, _verb, presses in errands(coordinator)]
    assert told == [("Past", True), ("Later", False), ("Some day", False)]


def test_few_are_named_and_all_stand_on_the_list(coordinator):
    for number in range(5):
        goal(coordinator, statement=f"Goal number {number}")
    answered = goal(coordinator, statement="Looked after")
    GoalRoleFactory(goal=answered, letter="accountable")
    (group,) = [
        each
        for each in home(coordinator).context["today"].groups
        if each.errands[0].reason.startswith(NOBODY)
    ]
    assert (len(group.errands), group.number) == (3, Number(5))
    page = text(coordinator.get(group.more_url))
    assert "Those for which nobody is accountable: 5 of 6." in page
    assert all(f"Goal number {number}" in page for number in range(5))
    assert "Looked after" not in page


def test_button_opens_the_form_with_the_part_chosen(coordinator):
    goal(coordinator)
    ((_title, _url, give, _presses),) = errands(coordinator)
    assert coordinator.get(give).context["form"]["letter"].value() == "accountable"


def test_goal_offers_the_same_form_to_who_may_give_parts(coordinator, member):
    ours = goal(coordinator)
    give = f'href="{at(coordinator, "role_give", ours.pk)}?part=accountable"'
    assert give in coordinator.get(at(coordinator, "goal", ours.pk)).text
    steering = member(Role.STEERING, coalition=ours.coalition)
    assert give not in steering.get(at(steering, "goal", ours.pk)).text


def test_steering_committee_reads_which_ones_and_opens_them(steering):
    ours = goal(steering, statement="A bus at night")
    page = home(steering)
    assert f'{at(steering, "goal", ours.pk)}#roles">A bus at night</a>' in page.text
    assert "Nobody is accountable for: A bus at night" in text(page)
    GoalRoleFactory(goal=ours, letter="accountable")
    assert "Nobody is accountable for:" not in text(home(steering))


def test_steering_committee_reads_a_few_and_how_many_besides(steering):
    for days in (4, 2, 3, 1):
        goal(steering, statement=f"In {days} days", by_when=day(days))
    page = home(steering)
    assert "In 1 days , In 2 days , In 3 days , one more" in text(page)
    assert f"{at(steering, 'list')}?accountable=nobody" in page.text


def test_viewer_is_asked_for_nothing(member):
    client = member(Role.VIEWER)
    OrganisationFactory(coalition=client.membership.coalition)
    goal(client, statement="A bus at night")
    assert "A bus at night" not in text(home(client))
