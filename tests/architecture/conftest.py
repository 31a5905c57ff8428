"""One populated coalition for all the tests of a file: each leaves it as it found it."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.db import connections, transaction

from tests.architecture.examples import Populated, populate


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
    return deepcopy(_populated)
