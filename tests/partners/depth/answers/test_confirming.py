"""Who of theirs said that it is still right: chosen if we know, and told wherever it shows."""

import pytest

from partners.models import Verification
from tests.factories import ContactFactory, OrganisationFactory, ProfileAnswerFactory
from tests.partners.depth.answers.writing import at

pytestmark = pytest.mark.django_db


@pytest.fixture
def maria(organisation):
    ProfileAnswerFactory(organisation=organisation)
    return ContactFactory(organisation=organisation, name="Maria Lopez")


def confirm(client, organisation, **said):
    return client.post(at("verify", client, organisation), said, follow=True)


def test_who_told_us_is_chosen_and_shown_everywhere(coordinator, organisation, maria):
    page = coordinator.get(at("depth", coordinator, organisation)).text
    assert f'<option value="{maria.pk}">Maria Lopez</option>' in page
    page = confirm(coordinator, organisation, contact=maria.pk).text
    us = coordinator.membership.person
    assert Verification.objects.get().contact == maria
    assert f"Confirmed by Maria Lopez, who told {us}" in page
    profile = coordinator.get(at("detail", coordinator, organisation)).text
    assert "by Maria Lopez" in profile
    history = coordinator.get(at("history", coordinator, organisation)).text
    assert "still right, says Maria Lopez" in history


def test_nobody_of_theirs_need_be_chosen(coordinator, organisation, maria):
    page = confirm(coordinator, organisation, contact="").text
    assert Verification.objects.get().contact is None
    assert f"Confirmed by {coordinator.membership.person}" in page


def test_somebody_of_others_is_nobody_of_theirs(coordinator, organisation, maria):
    stranger = ContactFactory(organisation=OrganisationFactory(coalition=organisation.coalition))
    confirm(coordinator, organisation, contact=stranger.pk)
    assert Verification.objects.get().contact is None


def test_who_told_us_can_be_named_later_that_day(coordinator, organisation, maria):
    confirm(coordinator, organisation)
    confirm(coordinator, organisation, contact=maria.pk)
    assert Verification.objects.get().contact == maria
    confirm(coordinator, organisation)
    assert Verification.objects.get().contact == maria
