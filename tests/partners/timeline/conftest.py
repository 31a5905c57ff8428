"""An organisation, and who changes it."""

import pytest

from partners.models import Organisation
from tests.factories import OrganisationFactory, PersonFactory
from tests.partners.changes import change


@pytest.fixture
def ruth():
    return PersonFactory(full_name="Ruth Adeyemi")


@pytest.fixture
def northgate(ruth) -> Organisation:
    with change("organisation.added", day=0, by=ruth):
        return OrganisationFactory(name="Northgate")
