"""A coalition that brings in."""

import pytest

from accounts.models import Coalition


@pytest.fixture
def coalition(coordinator) -> Coalition:
    return coordinator.membership.coalition
