"""The numbers beside the answers of own fields, against counting by hand."""

from datetime import date

import pytest

from partners.reports.listing import facets
from tests.factories import ContactFactory
from tests.partners.listing.browsing import add, browse
from tests.partners.listing.test_facets import by_hand, shown
from tests.partners.own_fields.defining import own

OWN = ["own-readiness", "own-trained", "own-can_host", "own-of-person-knows"]
ADDRESSES = [
    "",
    "?own-readiness=ready",
    "?own-readiness=ready&own-readiness=none&own-can_host=yes",
    "?own-trained=cooking&kind=partner",
    "?own-trained=none",
    "?own-of-person-knows=spanish&own-can_host=no",
    "?own-of-person-knows=none",
    "?own-readiness=gone",
]


@pytest.fixture
def various(coordinator):
    """Of two dozen partners, some say this, some that, and some nothing; so do the people there."""
    own(coordinator, "Readiness", kind="choice", choices="willing ready", is_listed=True)
    own(coordinator, "Trained", kind="choices", choices="walking cooking", is_listed=True)
    own(coordinator, "Can host", kind="yes_no", is_listed=True)
    own(coordinator, "Seats", kind="number", is_listed=True)
    knows = {"subject": "contact", "kind": "choices", "choices": "spanish somali"}
    own(coordinator, "Knows", is_listed=True, **knows)
    for n in range(24):
        told = {
            "readiness": [None, "willing", "ready"][n % 3],
            "trained": [None, ["walking"], ["cooking"], ["walking", "cooking"]][n % 4],
            "can_host": [None, True, False, True, False][n % 5],
        }
        said = {key: value for key, value in told.items() if value is not None}
        one = add(coordinator, f"Partner {n}", own_values=said, kind=["partner", "prospect"][n % 2])
        for number in range(n % 3):
            languages = {"knows": ["spanish", "somali"][: number + n % 2]}
            ContactFactory(organisation=one, own_values=languages if n % 4 else {})
        if n % 6 == 0:
            ContactFactory(
                organisation=one, own_values={"knows": ["somali"]}, left_on=date(2026, 1, 1)
            )
    return coordinator


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_answer_of_an_own_field_says_how_many_it_would_leave(various, address):
    counted = shown(various, address)
    told = {(name, value): count for name in OWN for value, count in counted[name].items()}
    assert told == {(name, value): by_hand(various, address, name, value) for name, value in told}
    assert {name for name, _value in told} == set(OWN)


def test_other_filters_count_within_the_own_fields_that_are_set(various):
    address = "?own-readiness=ready"
    for value, count in shown(various, address)["kind"].items():
        assert count == by_hand(various, address, "kind", value)


def test_own_fields_of_many_are_counted_only_when_asked(various, monkeypatch):
    exact = shown(various, "")
    monkeypatch.setattr(facets, "COUNTED", 20)
    assert set(shown(various, "")["own-readiness"].values()) == {None}
    assert shown(various, "?counts=all")["own-readiness"] == exact["own-readiness"]
    few = shown(various, "?own-readiness=ready")
    assert few["own-can_host"]["yes"] == by_hand(
        various, "?own-readiness=ready", "own-can_host", "yes"
    )
    assert set(few["own-readiness"].values()) == {None}


def test_field_of_numbers_offers_no_counting(various, monkeypatch):
    monkeypatch.setattr(facets, "COUNTED", 20)
    seats = next(
        each for each in browse(various).context["listing"].filters if each.name == "own-seats"
    )
    assert not seats.is_uncounted
