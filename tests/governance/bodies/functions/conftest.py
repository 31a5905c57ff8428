"""A coalition, and its day."""

import pytest
from django.utils import timezone


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def today():
    return timezone.localdate()
