"""An organisation to be asked."""

import pytest

from partners.models import Organisation
from tests.factories import OrganisationFactory


@pytest.fixture
def organisation(coordinator) -> Organisation:
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Northgate")
