"""An organisation with a past."""

import pytest

from partners.models import Classification, Contact, Organisation
from tests.factories import ClassificationFactory, ContactFactory, OrganisationFactory, TermFactory
from tests.partners.changes import change
from tests.partners.versions.changing import update


@pytest.fixture
def northgate(coordinator) -> Organisation:
    with change("organisation.added", day=0):
        return OrganisationFactory(name="Northgate", coalition=coordinator.membership.coalition)


@pytest.fixture
def renamed(northgate):
    """Northgate with a phone-book name, a person and a sector; all of it changed a day later."""
    with change(day=1) as made:
        term = TermFactory(coalition=northgate.coalition, name="Food and farming")
        ClassificationFactory(organisation=northgate, term=term)
        ContactFactory(organisation=northgate, name="Dev Patel", email="dev@north.example")
    with change(day=2):
        update(northgate, name="Northgate Grocers")
        Contact.objects.update(name="Marisol Ortega")
        Classification.objects.all().delete()
    return made
