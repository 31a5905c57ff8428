import pytest

from tests.conftest import MemberClient
from tests.partners.broad_sectors.town import carrying, sectors


@pytest.fixture
def town(coordinator) -> MemberClient:
    """City Hall is twice of the government; Elm is of no broad sector, Yew of no sector at all."""
    told = sectors(coordinator)
    carrying(coordinator, "Ash Clinic", told["Clinics"], told["Housing"])
    carrying(coordinator, "City Hall", told["Local government"], told["Transit"])
    carrying(coordinator, "County School Board", told["Local government"], told["Schools"])
    carrying(coordinator, "Elm Homes", told["Housing"])
    carrying(coordinator, "Oak Transit", told["Transit"], kind="prospect")
    carrying(coordinator, "Yew")
    return coordinator
