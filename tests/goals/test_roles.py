"""Who does what in a goal: by one letter each, by our word and by theirs."""

import pytest
from django.db import IntegrityError, transaction

from accounts.permissions import Role
from goals.models import GoalRole
from tests.conftest import MemberClient
from tests.factories import OrganisationFactory, RepresentationFactory
from tests.goals.doors import at, sent, text
from tests.goals.factories import GoalFactory, GoalRoleFactory, day
from tests.partners.listing.test_grouping import undo_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def goal(coordinator):
    return GoalFactory(coalition=coordinator.membership.coalition)


@pytest.fixture
def clinic(goal):
    return OrganisationFactory(coalition=goal.coalition, name="Northside Clinic")


@pytest.fixture
def speaker(clinic):
    """Somebody who signs in for the clinic."""
    return MemberClient.of(RepresentationFactory(organisation=clinic).membership)


def give(client, goal, organisation, letter="accountable", **told):
    told = {"partner": organisation.name, "letter": letter, **told}
    return sent(client, at(client, "role_give", goal.pk), told, mark="form_key")


def test_part_is_given_with_what_they_do_and_their_role_in_equity(coordinator, goal, clinic):
    words = {"words": "Runs the carts", "equity": "Brings in people without papers"}
    give(coordinator, goal, clinic, **words)
    role = GoalRole.objects.get()
    assert (role.organisation, role.letter, role.since_on) == (clinic, "accountable", day())
    page = text(coordinator.get(at(coordinator, "goal", goal.pk)))
    assert all(told in page for told in ("Northside Clinic", *words.values()))
    assert "Nobody is accountable yet." not in page


def test_goal_without_anybody_accountable_says_so(coordinator, goal, clinic):
    give(coordinator, goal, clinic, "responsible")
    assert "Nobody is accountable yet." in text(coordinator.get(at(coordinator, "goal", goal.pk)))


def test_second_accountable_is_refused_by_the_name_of_the_first(coordinator, goal, clinic):
    give(coordinator, goal, clinic)
    other = OrganisationFactory(coalition=goal.coalition)
    answer = give(coordinator, goal, other)
    assert "Northside Clinic is accountable already." in text(answer)
    assert GoalRole.objects.get().organisation == clinic


def test_same_part_is_given_once_and_another_beside_it(coordinator, goal, clinic):
    give(coordinator, goal, clinic)
    assert "They have this part already." in text(give(coordinator, goal, clinic))
    give(coordinator, goal, clinic, "responsible")
    letters = GoalRole.objects.order_by("letter").values_list("letter", flat=True)
    assert list(letters) == ["accountable", "responsible"]


def test_part_that_ended_can_be_given_to_another(coordinator, goal, clinic):
    give(coordinator, goal, clinic)
    role = GoalRole.objects.get()
    for _press in range(2):
        coordinator.post(at(coordinator, "role_end", role.pk))
    role.refresh_from_db()
    assert role.ended_on == day()
    other = OrganisationFactory(coalition=goal.coalition)
    give(coordinator, goal, other)
    assert GoalRole.objects.current().get().organisation == other


def test_part_is_changed_and_taken_back(coordinator, goal, clinic):
    give(coordinator, goal, clinic, "consulted")
    role = GoalRole.objects.get()
    told = {"letter": "responsible", "words": "Drives"}
    sent(coordinator, at(coordinator, "role_edit", role.pk), told)
    role.refresh_from_db()
    assert (role.letter, role.words) == ("responsible", "Drives")
    page = coordinator.get(at(coordinator, "goal", goal.pk))
    coordinator.post(undo_on(page))
    role.refresh_from_db()
    assert (role.letter, role.words) == ("consulted", "")


def test_retired_partner_takes_no_part(coordinator, goal):
    gone = OrganisationFactory(coalition=goal.coalition, retired=True)
    give(coordinator, goal, gone)
    assert not GoalRole.objects.exists()


# ---------------------------------------------------------------- by their own word


def test_partner_writes_its_own_words_beside_ours(coordinator, goal, clinic, speaker):
    role = GoalRoleFactory(goal=goal, organisation=clinic, words="Runs the carts")
    address = at(speaker, "role_own", role.pk)
    sent(speaker, address, {"own_words": "We sell at cost", "own_equity": "In Mixtec too"})
    role.refresh_from_db()
    assert (role.words, role.own_words, role.own_equity) == (
        "Runs the carts",
        "We sell at cost",
        "In Mixtec too",
    )
    assert (role.is_own_hand, role.own_said_on) == (True, day())
    page = text(coordinator.get(at(coordinator, "goal", goal.pk)))
    assert f"{speaker.membership.person} wrote this for them" in page


def test_partner_takes_back_its_own_words(goal, clinic, speaker):
    role = GoalRoleFactory(goal=goal, organisation=clinic)
    sent(speaker, at(speaker, "role_own", role.pk), {"own_words": "We sell at cost"})
    speaker.post(undo_on(speaker.get(at(speaker, "of_partner", clinic.pk))))
    role.refresh_from_db()
    assert not role.has_own_words


def test_what_we_heard_is_written_down_as_heard(coordinator, goal, clinic):
    role = GoalRoleFactory(goal=goal, organisation=clinic)
    sent(coordinator, at(coordinator, "role_heard", role.pk), {"own_words": "We drive"})
    role.refresh_from_db()
    assert (role.own_words, role.is_own_hand) == ("We drive", False)
    assert role.own_written_by == coordinator.membership.person


def test_what_we_heard_does_not_write_over_what_they_wrote(coordinator, goal, clinic):
    role = GoalRoleFactory(goal=goal, organisation=clinic, told=True)
    answer = sent(coordinator, at(coordinator, "role_heard", role.pk), {"own_words": "They walk"})
    assert "They wrote this themselves." in text(answer)
    role.refresh_from_db()
    assert role.own_words == "We drive"


def test_partner_sees_its_own_part_alone(goal, clinic, speaker):
    mine = GoalRoleFactory(goal=goal, organisation=clinic, words="Runs the carts")
    other = GoalRoleFactory(goal=goal, accountable=True, words="Pays for them")
    page = text(speaker.get(at(speaker, "goal", goal.pk)))
    assert mine.words in page
    assert other.words not in page
    assert other.organisation.name not in page
    assert "Nobody is accountable yet." not in page
    assert speaker.get(at(speaker, "role_own", other.pk)).status_code == 404
    assert speaker.get(at(speaker, "role_edit", mine.pk)).status_code == 403


def test_viewer_changes_no_part(goal, clinic, member):
    role = GoalRoleFactory(goal=goal, organisation=clinic)
    viewer = member(Role.VIEWER, coalition=goal.coalition)
    assert viewer.post(at(viewer, "role_end", role.pk)).status_code == 403
    role.refresh_from_db()
    assert not role.is_ended


# ---------------------------------------------------------------- what the database keeps


def test_database_lets_one_be_accountable():
    role = GoalRoleFactory(accountable=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        GoalRoleFactory(goal=role.goal, accountable=True)
    GoalRoleFactory(goal=role.goal, accountable=True, ended=True)


@pytest.mark.parametrize(
    "wrong",
    [
        {"letter": ""},
        {"letter": "supportive"},
        {"ended_on": day(-200)},
        {"own_words": "We drive"},
        {"own_said_on": day()},
        {"is_own_hand": True},
    ],
)
def test_database_refuses_a_part_that_makes_no_sense(wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        GoalRoleFactory(**wrong)
