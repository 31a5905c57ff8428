"""Fixtures are for clients only; data comes from the factories, situations from their traits."""

import pytest
from django.test import Client

from accounts.models import Membership
from accounts.permissions import Role
from tests.factories import MembershipFactory


class MemberClient(Client):
    """A browser in which one member is signed in."""

    membership: Membership

    @classmethod
    def of(cls, membership: Membership) -> "MemberClient":
        client = cls()
        client.force_login(membership.person)
        client.membership = membership
        return client

    @property
    def slug(self) -> str:
        return self.membership.coalition.slug


@pytest.fixture
def coordinator(db) -> MemberClient:
    return MemberClient.of(MembershipFactory(role=Role.COORDINATOR))


@pytest.fixture
def administrator(db) -> MemberClient:
    return MemberClient.of(MembershipFactory(role=Role.ADMINISTRATOR))


@pytest.fixture
def member(db):
    """`member(role, coalition=…)`: a signed-in client of any role."""

    def make(role: Role, **fields) -> MemberClient:
        return MemberClient.of(MembershipFactory(role=role, **fields))

    return make
