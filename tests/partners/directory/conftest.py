"""A partner to be listed."""

import pytest

from partners.models import Address, Phone
from tests.factories import OrganisationFactory


@pytest.fixture
def northgate(coordinator):
    organisation = OrganisationFactory(
        coalition=coordinator.membership.coalition,
        name="Centro Médico Ñandú",
        description="Packs 900 boxes a week.",
        website="https://nandu.example",
        email="hola@nandu.example",
    )
    hung = {"coalition": organisation.coalition, "organisation": organisation}
    Phone.objects.create(number="555-0112", label="deliveries", **hung)
    Address.objects.create(street="14 Market Row", city="Elm", **hung)
    return organisation
