"""A coalition to be searched."""

import pytest

from partners import tasks
from partners.models import LikelyPair
from tests.factories import OrganisationFactory


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def pair(coalition):
    one, other = (
        OrganisationFactory(coalition=coalition, name="Oak Hill Seniors") for _ in range(2)
    )
    tasks.compare_changed()
    return LikelyPair.objects.get(first=one, second=other)
