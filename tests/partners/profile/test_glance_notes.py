"""A glance where they have said little: our notes, marked as ours, and who knows them."""

from accounts.permissions import Role
from partners.models import Organisation
from tests.conftest import MemberClient
from tests.factories import (
    MembershipFactory,
    OrganisationFactory,
    PersonFactory,
    ProfileAnswerFactory,
    ProfileRowFactory,
    TieFactory,
    TouchpointFactory,
)
from tests.partners.profile.test_glance import words


def northgate(client: MemberClient, **fields) -> Organisation:
    return OrganisationFactory(coalition=client.membership.coalition, name="Northgate", **fields)


def test_strength_without_a_level_is_told(coordinator):
    organisation = northgate(coordinator)
    ProfileRowFactory(organisation=organisation, words="Waiting rooms", level=None)
    assert "They can give Waiting rooms" in words(coordinator, organisation)


def test_our_notes_stand_in_for_their_words_and_say_that_they_are_ours(coordinator):
    organisation = northgate(coordinator)
    ProfileRowFactory(organisation=organisation, voice="ours", words="Good cooks", level=2)
    ProfileAnswerFactory(organisation=organisation, voice="ours", topic="support", text="A van")
    told = words(coordinator, organisation)
    assert "They can give Good cooks Our notes" in told
    assert "They need A van Our notes" in told
    viewer = MembershipFactory(coalition=organisation.coalition, role=Role.VIEWER)
    assert "Good cooks" not in words(MemberClient.of(viewer), organisation)


def test_who_of_us_knows_them_and_with_whom_they_work_is_named(coordinator):
    organisation = northgate(coordinator, owner=PersonFactory(full_name="Ruth Keeper"))
    talker = PersonFactory(full_name="Tom Caller")
    TouchpointFactory(organisation=organisation, logged_by=talker)
    other = OrganisationFactory(coalition=organisation.coalition, name="Elm Clinic")
    TieFactory(first=organisation, second=other)
    told = words(coordinator, organisation)
    assert "Known by Ruth Keeper, Tom Caller" in told
    assert "Works with one organisation Elm Clinic" in told


def test_keeper_alone_is_not_named_a_second_time(coordinator):
    keeper = PersonFactory(full_name="Ruth Keeper")
    organisation = northgate(coordinator, owner=keeper)
    TouchpointFactory(organisation=organisation, logged_by=keeper)
    told = words(coordinator, organisation)
    assert "Ruth Keeper" in told
    assert "Known by" not in told
