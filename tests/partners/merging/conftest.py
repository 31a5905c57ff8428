import pytest

from partners.models import Organisation
from tests.partners.merging.steps import add


@pytest.fixture
def cedar(coordinator) -> Organisation:
    return add(coordinator, "Cedar Lane Health Center", website="https://cedarlane.example")


@pytest.fixture
def clhc(coordinator) -> Organisation:
    return add(coordinator, "CLHC", email="front@cedarlane.example", description="A clinic.")
