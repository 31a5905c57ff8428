"""Organisations with own fields."""

import pytest

from tests.partners.listing.browsing import add
from tests.partners.own_fields.defining import own


@pytest.fixture
def three(coordinator):
    """Acorn knows everything, Birch something, Cedar nothing."""
    for label, kind, choices in (
        ("Readiness", "choice", "willing ready"),
        ("Trained", "choices", "walking cooking"),
        ("Can host", "yes_no", ""),
        ("Seats", "number", ""),
        ("Signed on", "date", ""),
        ("Door", "text", ""),
    ):
        own(coordinator, label, kind=kind, choices=choices, is_listed=True)
    add(
        coordinator,
        "Acorn",
        own_values={
            "readiness": "ready",
            "trained": ["walking", "cooking"],
            "can_host": True,
            "seats": 120,
            "signed_on": "2024-05-01",
            "door": "Green, beside the Café",
        },
    )
    add(
        coordinator,
        "Birch",
        own_values={
            "readiness": "willing",
            "can_host": False,
            "seats": 9.5,
            "trained": ["cooking"],
        },
    )
    add(coordinator, "Cedar")
    return coordinator
