"""Two organisations that a view tells apart."""

import pytest

from tests.conftest import MemberClient
from tests.partners.listing.browsing import add, tag


@pytest.fixture
def two(coordinator) -> MemberClient:
    tag(add(coordinator, "One", kind="prospect"), "sector", "Housing")
    add(coordinator, "Other")
    return coordinator
