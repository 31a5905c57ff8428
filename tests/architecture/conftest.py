"""One populated coalition, and people of every role in it and in others, for all the tests of a file.

Each test leaves them as it found them.
"""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, fields

import pytest
from django.db import connections, transaction

from accounts.permissions import Role
from tests.architecture.examples import Populated, populate
from tests.conftest import MemberClient
from tests.factories import MembershipFactory


@dataclass(frozen=True)
class People:
    """Somebody of each role, signed in."""

    browsers: dict[Role, MemberClient]

    def __getitem__(self, role: Role) -> MemberClient:
        return self.browsers[role].again()


def member_of(here: Populated, role: Role) -> MemberClient:
    """A member of the coalition; a partner speaks for the example organisation."""
    if role is Role.PARTNER:
        return MemberClient.of(here.representation.membership)
    return MemberClient.of(MembershipFactory(coalition=here.coalition, role=role))


@pytest.fixture(scope="module")
def _populated(django_db_setup, django_db_blocker) -> Iterator[Populated]:
    """Its rows stand in a transaction around those of the tests, and go with it."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        # After each test Django closes the connection, and our transaction would be over.
        patch.setattr(connections["default"], "close", lambda: None)
        yield populate()
        transaction.set_rollback(True)


@pytest.fixture
def here(_populated, db) -> Populated:
    """The database forgets what a test writes; what it holds in its hands is its own copy."""
    own = {each.name: copy(getattr(_populated, each.name)) for each in fields(_populated)}
    return Populated(**own)


@pytest.fixture(scope="module")
def _insiders(_populated, django_db_blocker) -> People:
    with django_db_blocker.unblock():
        return People({role: member_of(_populated, role) for role in Role})


@pytest.fixture(scope="module")
def _outsiders(_populated, django_db_blocker) -> People:
    with django_db_blocker.unblock():
        return People({role: MemberClient.of(MembershipFactory(role=role)) for role in Role})


@pytest.fixture
def insiders(_insiders, db) -> People:
    """Members of the populated coalition."""
    return _insiders


@pytest.fixture
def outsiders(_outsiders, db) -> People:
    """Members of coalitions of their own."""
    return _outsiders
