"""The partner of whom these tests tell, and who speaks for it."""

import pytest

from tests.contributions.doors import speaker_of
from tests.factories import OrganisationFactory


@pytest.fixture
def organisation(coordinator):
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Northgate")


@pytest.fixture
def speaker(organisation):
    return speaker_of(organisation)
