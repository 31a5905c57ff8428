"""A call that nobody has answered yet."""

import pytest
from django.core.cache import cache

from tests.factories import CoalitionFactory
from tests.partners.calls.doors import open_call


@pytest.fixture(autouse=True)
def _nobody_has_come_yet():
    cache.clear()


@pytest.fixture
def call():
    return open_call(CoalitionFactory(name="Valley Health", place="North Valley"))
