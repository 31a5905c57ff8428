from collections.abc import Callable

import pytest

from governance.models import RoleAssignment
from partners.models import Contact
from tests.governance.factories import RoleAssignmentFactory, SeatFactory


@pytest.fixture
def seat_of() -> Callable[[Contact], RoleAssignment]:
    """A seat that the person holds today."""

    def seat(contact: Contact) -> RoleAssignment:
        place = SeatFactory(body__coalition=contact.coalition)
        return RoleAssignmentFactory(seat=place, organisation=contact.organisation, contact=contact)

    return seat
