"""What partners give and ask for, in Spanish: in the sense of these pages, not of others."""

import pytest

from tests.contributions.doors import address, days_ago
from tests.contributions.factories import ContributionFactory, SupportRequestFactory


@pytest.fixture
def reader(coordinator):
    coordinator.membership.person.language = "es"
    coordinator.membership.person.save()
    return coordinator


def test_number_of_things_given_says_by_whom(reader, organisation):
    ContributionFactory(organisation=organisation, given=True, delivered_on=days_ago(10))
    page = reader.get(address("overview", reader)).text
    assert f"dado por {organisation.name}" in page
    assert "impartida" not in page
    assert "0,5" in page


def test_request_is_declined_and_not_the_one_who_asks(reader, organisation):
    SupportRequestFactory(organisation=organisation, declined=True)
    page = reader.get(address("ledger", reader, organisation.pk)).text
    assert "Rechazado" in page
    assert "Declinó" not in page
