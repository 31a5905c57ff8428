"""What a partner does in our goals and why it is here; who is here for none; and leaving."""

import pytest
from django.urls import reverse

from goals.models import HereFor
from tests.conftest import MemberClient
from tests.factories import OrganisationFactory, ProfileAnswerFactory, RepresentationFactory
from tests.goals.doors import at, partner, sent, text
from tests.goals.factories import GoalFactory, GoalRoleFactory, HereForFactory, day
from tests.partners.listing.test_grouping import undo_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def clinic(coordinator):
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Northside Clinic")


@pytest.fixture
def goal(clinic):
    return GoalFactory(coalition=clinic.coalition, statement="Fresh food in Riverbend")


def test_page_of_a_partner_leads_to_its_goals(coordinator, clinic):
    profile = coordinator.get(clinic.get_absolute_url()).content.decode()
    assert at(coordinator, "of_partner", clinic.pk) in profile


def test_page_tells_what_they_do_and_what_they_did(coordinator, clinic, goal):
    GoalRoleFactory(goal=goal, organisation=clinic, accountable=True, words="Runs the carts")
    GoalRoleFactory(goal__coalition=clinic.coalition, organisation=clinic, ended=True)
    GoalRoleFactory(goal__coalition=clinic.coalition, goal__reached=True, organisation=clinic)
    answer = coordinator.get(at(coordinator, "of_partner", clinic.pk))
    found = answer.context["found"]
    assert (len(found.current), len(found.past)) == (1, 2)
    assert "Runs the carts" in text(answer)


def test_why_here_names_goals(coordinator, clinic, goal):
    ProfileAnswerFactory(organisation=clinic, topic="why_here", text="For the children")
    other = GoalFactory(coalition=clinic.coalition)
    HereForFactory(goal=other, organisation=clinic)
    sent(coordinator, at(coordinator, "here_for", clinic.pk), {"goals": [goal.pk]})
    said = HereFor.objects.get()
    assert (said.goal, said.said_by, said.is_own_hand) == (
        goal,
        coordinator.membership.person,
        False,
    )
    page = text(coordinator.get(at(coordinator, "of_partner", clinic.pk)))
    assert "For the children" in page
    assert "Fresh food in Riverbend" in page
    assert "Northside Clinic" in text(coordinator.get(at(coordinator, "goal", goal.pk)))


def test_what_stays_said_stays_who_said_it(coordinator, clinic, goal):
    kept = HereForFactory(goal=goal, organisation=clinic)
    other = GoalFactory(coalition=clinic.coalition)
    sent(coordinator, at(coordinator, "here_for", clinic.pk), {"goals": [goal.pk, other.pk]})
    kept.refresh_from_db()
    assert kept.said_on == day(-10)
    assert set(HereFor.objects.values_list("goal", flat=True)) == {goal.pk, other.pk}


def test_goal_that_ended_stays_said(coordinator, clinic, goal):
    HereForFactory(goal__coalition=clinic.coalition, goal__reached=True, organisation=clinic)
    sent(coordinator, at(coordinator, "here_for", clinic.pk), {"goals": [goal.pk]})
    assert HereFor.objects.count() == 2


def test_partner_says_it_of_itself_and_of_no_other(clinic, goal):
    speaker = MemberClient.of(RepresentationFactory(organisation=clinic).membership)
    sent(speaker, at(speaker, "own_here_for", clinic.pk), {"goals": [goal.pk]})
    assert HereFor.objects.get().is_own_hand
    speaker.post(undo_on(speaker.get(at(speaker, "of_partner", clinic.pk))))
    assert not HereFor.objects.exists()
    other = OrganisationFactory(coalition=clinic.coalition)
    assert speaker.get(at(speaker, "own_here_for", other.pk)).status_code == 404


def test_our_notes_on_why_are_not_shown_to_the_partner(clinic):
    ProfileAnswerFactory(organisation=clinic, topic="why_here", voice="ours", text="For money")
    speaker = MemberClient.of(RepresentationFactory(organisation=clinic).membership)
    assert "For money" not in text(speaker.get(at(speaker, "of_partner", clinic.pk)))


def test_partners_that_are_here_for_no_goal_are_counted_and_named(coordinator, clinic, goal):
    linked = partner(clinic.coalition, "Food Bank")
    HereForFactory(goal=goal, organisation=linked)
    partner(clinic.coalition, "Some prospect", kind="prospect")
    over = partner(clinic.coalition, "Was here for what is over")
    HereForFactory(goal__coalition=clinic.coalition, goal__reached=True, organisation=over)
    assert "1 of 3 partners are here for one of these goals." in text(
        coordinator.get(at(coordinator, "list"))
    )
    found = coordinator.get(at(coordinator, "unlinked")).context["found"]
    assert [str(one) for one in found] == ["Northside Clinic", "Was here for what is over"]


@pytest.mark.parametrize("number", [1, 3])
def test_page_of_a_partner_takes_the_same_queries(
    coordinator, clinic, number, django_assert_num_queries
):
    for _n in range(number):
        role = GoalRoleFactory(goal__coalition=clinic.coalition, organisation=clinic, told=True)
        HereForFactory(goal=role.goal, organisation=clinic)
    url = at(coordinator, "of_partner", clinic.pk)
    coordinator.get(url)
    with django_assert_num_queries(7):
        coordinator.get(url)


# ---------------------------------------------------------------- leaving


def leaving(client, organisation) -> str:
    return text(client.get(reverse("partners:pipeline_leave", args=[client.slug, organisation.pk])))


def test_parts_must_find_a_new_home(coordinator, clinic, goal):
    GoalRoleFactory(goal=goal, organisation=clinic, accountable=True)
    assert "Accountable: Fresh food in Riverbend" in leaving(coordinator, clinic)


def test_part_that_is_over_needs_nobody(coordinator, clinic, goal):
    GoalRoleFactory(goal=goal, organisation=clinic, ended=True)
    GoalRoleFactory(goal__coalition=clinic.coalition, goal__reached=True, organisation=clinic)
    page = leaving(coordinator, clinic)
    assert "Parts in goals" not in page
