"""Duties of a leaving partner's people stand on the page by which it leaves."""

import pytest
from django.urls import reverse

from tests.factories import (
    TODAY,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
)
from tests.governance.communication.factories import (
    CallRowFactory,
    RegularMessageFactory,
    UrgentProtocolFactory,
)
from tests.governance.factories import BodyFactory, SeatFactory
from tests.governance.joining.factories import BuddyFactory, OnboardingFactory
from tests.governance.power.factories import MediatorFactory
from tests.governance.succession.factories import (
    DeputyFactory,
    KeyRoleFactory,
    MentorPairFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def leaving(coordinator):
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Cedar Lane")


@pytest.fixture
def rosa(leaving):
    return ContactFactory(organisation=leaving, name="Rosa Diaz")


@pytest.fixture
def speaker(leaving):
    membership = MembershipFactory(coalition=leaving.coalition)
    RepresentationFactory(organisation=leaving, membership=membership)
    return membership


def held(client, organisation) -> dict[str, list[tuple[str, str]]]:
    """Each thing with who has it."""
    page = client.get(reverse("partners:pipeline_leave", args=[client.slug, organisation.pk]))
    return {
        group.kind: [(each.words, each.owner) for each in group.things]
        for group in page.context["rest"]
    }


def test_buddies_and_first_steps_are_named(coordinator, leaving, rosa):
    newcomer = OnboardingFactory(
        organisation=OrganisationFactory(coalition=leaving.coalition, name="Elm Clinic")
    )
    BuddyFactory(onboarding=newcomer, organisation=leaving, contact=rosa)
    OnboardingFactory(organisation=leaving)
    found = held(coordinator, leaving)
    assert found["buddies"] == [("Elm Clinic", "Rosa Diaz")]
    assert found["first_steps"] == [("Cedar Lane", "")]


def test_mediators_are_named_until_they_are_retired(coordinator, leaving):
    mediator = MediatorFactory(coalition=leaving.coalition, organisation=leaving, name="Ann Poe")
    assert held(coordinator, leaving)["mediators"] == [("Ann Poe", "")]
    mediator.retired_on = TODAY
    mediator.save()
    assert held(coordinator, leaving).get("mediators") is None


def test_deputies_and_mentor_pairs_are_named(coordinator, leaving, rosa):
    coalition = leaving.coalition
    role = KeyRoleFactory(seat=SeatFactory(body=BodyFactory(coalition=coalition)))
    DeputyFactory(key_role=role, contact=rosa)
    DeputyFactory(key_role=role, contact=rosa, ended_on=TODAY)
    other = ContactFactory(organisation=OrganisationFactory(coalition=coalition), name="Lee Moss")
    MentorPairFactory(coalition=coalition, mentor=other, mentee=rosa)
    found = held(coordinator, leaving)
    assert found["deputies"] == [(role.seat.title, "Rosa Diaz")]
    assert found["mentors"] == [("Lee Moss – Rosa Diaz", "")]


def test_call_trees_and_regular_messages_are_named(coordinator, leaving, rosa, speaker):
    protocol = UrgentProtocolFactory(coalition=leaving.coalition, title="A flood")
    CallRowFactory(protocol=protocol, contact=rosa)
    CallRowFactory(protocol=protocol, member=speaker, contact=None)
    CallRowFactory(protocol=protocol)
    RegularMessageFactory(coalition=leaving.coalition, owner=speaker, what="The minutes")
    found = held(coordinator, leaving)
    assert sorted(found["calls"]) == sorted(
        [("A flood", "Rosa Diaz"), ("A flood", str(speaker.person))]
    )
    assert found["messages"] == [("The minutes", str(speaker.person))]
