"""Seats when organisations turn out to be one, and are taken apart again."""

import pytest

from governance.models import AskedChange, RoleAssignment
from partners import operations
from tests.factories import NOW
from tests.governance.factories import SeatFactory
from tests.governance.seats.doors import a_seat, a_term, address, day, seat_them, somebody, text
from tests.governance.seats.factories import AskedChangeFactory, RoleLetterFactory

pytestmark = pytest.mark.django_db


def merged(client, survivor, other):
    by = client.membership.person
    return operations.merge(survivor, others=[other], choices={}, by=by, at=NOW)[0]


def held() -> set[tuple]:
    rows = RoleAssignment.objects.values_list("pk", "organisation", "contact", "starts_on")
    return set(rows)


def test_terms_of_both_follow_and_return(coordinator):
    """The same seat in turn, and two seats at once: no term is lost, none overlaps."""
    seat = a_seat(coordinator)
    other_seat = SeatFactory(body=seat.body)
    rosa = somebody(coordinator, "Rosa Diaz", "Northside Clinic")
    ben = somebody(coordinator, "Ben Cole", "Northside Clinic Inc.")
    a_term(seat, rosa, -400, -100)
    a_term(seat, ben, -99, 200)
    a_term(other_seat, rosa, -400, 200)
    before = held()
    merge = merged(coordinator, rosa.organisation, ben.organisation)
    assert {row[1] for row in held()} == {rosa.organisation_id}
    assert {row[0] for row in held()} == {row[0] for row in before}
    page = text(coordinator.get(address("seats_of", coordinator, rosa.organisation_id)))
    assert "Ben Cole" in page
    operations.unmerge(merge, by=coordinator.membership.person, at=NOW)
    assert held() == before


def test_letters_and_wishes_go_with_the_term(coordinator):
    rosa = somebody(coordinator, "Rosa Diaz", "Northside Clinic")
    ben = somebody(coordinator, "Ben Cole", "Northside Clinic Inc.")
    role = a_term(a_seat(coordinator), ben)
    RoleLetterFactory(role=role)
    AskedChangeFactory(role=role)
    merged(coordinator, rosa.organisation, ben.organisation)
    role.refresh_from_db()
    assert role.organisation == rosa.organisation
    assert role.letters.get().contact == role.contact
    assert AskedChange.objects.get().role == role


def test_merged_organisation_can_be_handed_over_by_the_one_that_stays(coordinator):
    rosa = somebody(coordinator, "Rosa Diaz", "Northside Clinic")
    ben = somebody(coordinator, "Ben Cole", "Northside Clinic Inc.")
    seat = a_seat(coordinator)
    a_term(seat, ben, -100, 10)
    merged(coordinator, rosa.organisation, ben.organisation)
    seat_them(coordinator, seat, rosa, begin=11, end=None)
    starts = RoleAssignment.objects.order_by("starts_on").values_list("starts_on", flat=True)
    assert list(starts) == [day(-100), day(11)]
