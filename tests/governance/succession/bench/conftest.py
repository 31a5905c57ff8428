"""A coalition with key roles."""

import pytest


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition
