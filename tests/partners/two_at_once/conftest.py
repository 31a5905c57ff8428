"""Two people, and what both of them edit."""

import pytest

from accounts.permissions import Role
from partners.models import Organisation
from tests.conftest import MemberClient
from tests.factories import OrganisationFactory


@pytest.fixture
def ana(member) -> MemberClient:
    client = member(Role.COORDINATOR)
    client.membership.person.full_name = "Ana Ruiz"
    client.membership.person.save()
    return client


@pytest.fixture
def ben(member, ana) -> MemberClient:
    client = member(Role.COORDINATOR, coalition=ana.membership.coalition)
    client.membership.person.full_name = "Ben Cole"
    client.membership.person.save()
    return client


@pytest.fixture
def grocers(ana) -> Organisation:
    return OrganisationFactory(
        coalition=ana.membership.coalition, name="Northgate Grocers", description="Five stores."
    )
