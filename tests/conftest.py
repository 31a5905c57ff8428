"""Fixtures are for clients only; data comes from the factories, situations from their traits."""

import gc
from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client, TransactionTestCase
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

from accounts.models import Membership
from accounts.permissions import Role
from tests.emptying import empty_tables
from tests.factories import MembershipFactory
from tests.template import is_migrated

# What starts everything or drives a browser takes longest. It goes first: the last thing that one worker
# does, while the others have nothing left, should be short.
LONGEST_FIRST = ("tests/coalition/test_", "tests/journeys/test_every_page", "tests/journeys/")

# How long an example takes says something about the machine, and nothing about us.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

# Connections of threads that are gone: while one is open, its database cannot be dropped.
HOLDERS = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    def place(item: pytest.Item) -> int:
        names = [item.nodeid.startswith(name) for name in LONGEST_FIRST]
        return names.index(True) if any(names) else len(names)

    items.sort(key=place)


def pytest_collection_finish() -> None:
    """What stands by now stands to the end: to look through it for garbage cost about a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """A database of one's own is a copy of the one with every migration."""
    if is_migrated():
        database = connection.settings_dict
        database["TEST"]["TEMPLATE"] = database["NAME"]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The database as pytest-django makes it; at the end nobody holds it who waits to be collected."""
    yield
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        cursor.execute(HOLDERS)


class MemberClient(Client):
    """A browser in which one member is signed in."""

    membership: Membership

    @classmethod
    def of(cls, membership: Membership) -> "MemberClient":
        client = cls()
        client.force_login(membership.person)
        client.membership = membership
        return client

    def again(self) -> "MemberClient":
        """Another window of the same browser: signed in, with nothing else of what the first one did."""
        window = type(self)()
        window.cookies = deepcopy(self.cookies)
        window.handler = self.handler  # loads every middleware once, and remembers nothing else
        window.membership = self.membership
        return window

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


@pytest.fixture(scope="session", autouse=True)
def _quickly_emptied() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_tables)
        yield


@pytest.fixture(autouse=True)
def _nobody_has_come_yet() -> None:
    """Attempts are counted for each address, and all tests come from one: a fast machine runs into limits."""
    cache.clear()
