"""The partner of whom these tests tell."""

import pytest

from tests.factories import OrganisationFactory, WordingFactory


@pytest.fixture
def organisation(coordinator):
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Northgate")


@pytest.fixture
def wording(organisation):
    return WordingFactory(coalition=organisation.coalition)
