"""A call that nobody has answered yet."""

import pytest

from tests.factories import CoalitionFactory
from tests.partners.calls.doors import open_call


@pytest.fixture
def call():
    return open_call(CoalitionFactory(name="Valley Health", place="North Valley"))
