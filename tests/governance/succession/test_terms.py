"""Terms that end within 30, 60 and 90 days, and who is to follow."""

from datetime import timedelta

import pytest

from accounts.permissions import Role
from governance.reports.succession.ending import ending_for
from tests.governance.factories import FunctionFactory, SeatFactory
from tests.governance.succession.factories import DeputyFactory, HandoverFactory, KeyRoleFactory
from tests.governance.succession.site import at, held, person, seat, text, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


def ending(client):
    return ending_for(client.membership, on=today())


def within(client) -> list[int]:
    """How many terms end in each window."""
    return [len(window.terms) for window in ending(client).windows]


@pytest.mark.parametrize(
    ("days", "found"),
    [
        (-1, [0, 0, 0]),
        (0, [1, 0, 0]),
        (30, [1, 0, 0]),
        (31, [0, 1, 0]),
        (60, [0, 1, 0]),
        (61, [0, 0, 1]),
        (90, [0, 0, 1]),
        (91, [0, 0, 0]),
    ],
)
def test_term_stands_in_the_first_window_that_holds_its_last_day(
    coordinator, coalition, days, found
):
    held(seat(coalition), person(coalition), ends_on=today() + timedelta(days=days))
    assert within(coordinator) == found


def test_term_without_an_end_does_not_end(coordinator, coalition):
    held(seat(coalition), person(coalition))
    assert within(coordinator) == [0, 0, 0]


def test_term_of_a_closed_seat_is_not_told(coordinator, coalition):
    chair = seat(coalition)
    held(chair, person(coalition), ends_on=today() + timedelta(days=5))
    chair.closed_on = today()
    chair.save()
    assert within(coordinator) == [0, 0, 0]


def test_seat_has_a_successor_once_the_next_term_is_told(coordinator, coalition):
    chair, last = seat(coalition), today() + timedelta(days=20)
    held(chair, person(coalition), ends_on=last)
    assert ending(coordinator).without == 1
    held(chair, person(coalition, "Ben", "Other"), starts_on=last + timedelta(days=1))
    assert (ending(coordinator).without, ending(coordinator).count) == (0, 1)
    assert "Somebody follows." in text(coordinator.get(at(coordinator, "terms_ending")))


def test_function_with_another_holder_who_stays_has_a_successor(coordinator, coalition):
    function = FunctionFactory(coalition=coalition)
    held(function, person(coalition), ends_on=today() + timedelta(days=20))
    held(function, person(coalition, "Ben", "Other"))
    assert ending(coordinator).without == 0


def test_holder_of_another_seat_is_no_successor(coordinator, coalition):
    chair = seat(coalition)
    held(chair, person(coalition), ends_on=today() + timedelta(days=20))
    held(SeatFactory(body=chair.body), person(coalition, "Ben", "Other"))
    assert ending(coordinator).without == 1


def test_best_deputy_is_proposed_and_never_one_who_said_no(coordinator, coalition):
    chair = seat(coalition)
    held(chair, person(coalition), ends_on=today() + timedelta(days=20))
    role = KeyRoleFactory(seat=chair)
    DeputyFactory(key_role=role, willing="no", ready="now")
    DeputyFactory(key_role=role, willing="asked", ready="now")
    best = DeputyFactory(key_role=role, willing="yes", ready="later")
    (term,) = ending(coordinator).windows[0].terms
    assert term.proposed == best
    assert best.contact.name in text(coordinator.get(at(coordinator, "terms_ending")))


def test_only_no_is_no_proposal(coordinator, coalition):
    chair = seat(coalition)
    held(chair, person(coalition), ends_on=today() + timedelta(days=20))
    DeputyFactory(key_role=KeyRoleFactory(seat=chair), willing="no")
    assert "No deputy is named." in text(coordinator.get(at(coordinator, "terms_ending")))


def test_term_leads_to_its_checklist_until_that_is_started(coordinator, coalition):
    term = held(seat(coalition), person(coalition), ends_on=today() + timedelta(days=20))
    start = at(coordinator, "handover_start", term.pk)
    assert start in text(coordinator.get(at(coordinator, "terms_ending")))
    HandoverFactory(assignment=term)
    assert start not in text(coordinator.get(at(coordinator, "terms_ending")))


def test_steering_sees_no_term_of_a_body_that_only_its_own_read(member, coordinator, coalition):
    held(
        seat(coalition, publication="body"),
        person(coalition),
        ends_on=today() + timedelta(days=20),
    )
    steering = member(Role.STEERING, coalition=coalition)
    assert (ending(steering).count, ending(coordinator).count) == (0, 1)


@pytest.mark.parametrize("number", [1, 30])
def test_terms_take_the_same_queries(coordinator, coalition, number, django_assert_num_queries):
    body = seat(coalition).body
    for chair in SeatFactory.create_batch(number, body=body):
        ana = person(coalition, organisation=f"Home {chair.pk}")
        held(chair, ana, ends_on=today() + timedelta(days=20))
        DeputyFactory(key_role=KeyRoleFactory(seat=chair))
    url = at(coordinator, "terms_ending")
    coordinator.get(url)
    with django_assert_num_queries(5):
        coordinator.get(url)
