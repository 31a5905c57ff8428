"""A coalition whose ties come from a file."""

import pytest

from partners.models import ExternalIdentifier
from tests.factories import CoalitionFactory, OrganisationFactory


@pytest.fixture
def coalition():
    coalition = CoalitionFactory(slug="north-valley")
    for number, name in enumerate(("Oak", "Elm", "Fir"), start=1):
        organisation = OrganisationFactory(coalition=coalition, name=name)
        ExternalIdentifier.objects.create(
            coalition=coalition, organisation=organisation, scheme="survey", value=str(number)
        )
    return coalition
