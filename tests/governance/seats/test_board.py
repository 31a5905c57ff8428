"""All seats and their terms: drawn, as a table, as files; who sees which; as fast for 500 as for one."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.permissions import Role
from governance.models import RoleAssignment, Seat
from governance.reports.seats.standing import standing_of
from governance.reports.seats.timeline import timeline
from tests.conftest import MemberClient
from tests.factories import MembershipFactory, RepresentationFactory
from tests.governance.factories import BodyFactory, SeatFactory
from tests.governance.seats.doors import (
    a_seat,
    a_term,
    address,
    coalition_of,
    day,
    somebody,
    steering,
    text,
)
from tests.governance.seats.factories import AskedChangeFactory, RoleLetterFactory

pytestmark = pytest.mark.django_db
PAGES = ["seats", "seats_picture", "seats_table"]


def content(answer) -> str:
    streamed = getattr(answer, "streaming_content", None)
    return b"".join(streamed).decode() if streamed else text(answer)


def a_held_seat(client):
    seat = a_seat(client)
    a_term(seat, somebody(client, "Ana Ruiz", "Food Bank"), -300, -50)
    a_term(seat, somebody(client), -20, 200)
    return seat


# ---------------------------------------------------------------- the picture, without a database


def bars(seat, on: date) -> list[tuple[str, str]]:
    row = timeline([standing_of(seat, on=on)], on=on).rows[0]
    return [(bar.kind, bar.name) for bar in row.bars]


def test_row_shows_terms_and_what_is_vacant_between_and_after_them(coordinator):
    seat = a_held_seat(coordinator)
    assert bars(seat, day(0)) == [
        ("past", "Ana Ruiz"),
        ("vacant", "vacant"),
        ("now", "Rosa Diaz"),
        ("open", ""),
    ]


def test_seat_that_nobody_holds_is_vacant_until_today_and_open_from_then(coordinator):
    assert bars(a_seat(coordinator), day(0)) == [("vacant", "vacant"), ("open", "")]


def test_term_without_an_end_reaches_to_the_edge(coordinator):
    seat = a_seat(coordinator, body=steering(coordinator, opened_on=day(-100)))
    a_term(seat, somebody(coordinator), -100, None)
    assert bars(seat, day(0)) == [("now", "Rosa Diaz")]
    picture = timeline([standing_of(seat, on=day(0))], on=day(0))
    (bar,) = picture.rows[0].bars
    assert bar.left + bar.size == pytest.approx(100)


def test_bars_of_a_row_stand_side_by_side_and_fill_it(coordinator):
    seat = a_held_seat(coordinator)
    found = timeline([standing_of(seat, on=day(0))], on=day(0)).rows[0].bars
    for left, right in pairwise(found):
        assert left.left + left.size == pytest.approx(right.left)
    assert found[-1].left + found[-1].size == pytest.approx(100)


def test_window_shows_three_years_at_most_to_either_side(coordinator):
    seat = a_seat(coordinator)
    a_term(seat, somebody(coordinator), -4000, 4000)
    window = timeline([standing_of(seat, on=day(0))], on=day(0)).window
    assert (day(0) - window.first, window.last - day(0)) == (timedelta(1095), timedelta(1095))


# ---------------------------------------------------------------- the pages


def test_table_says_what_the_picture_shows(coordinator):
    a_held_seat(coordinator)
    url = address("seats", coordinator)
    picture, table = text(coordinator.get(url)), text(coordinator.get(url, {"as": "table"}))
    assert "<rect" in picture
    assert "<table" not in picture
    assert "<table" in table
    for words in ("Co-lead", "Rosa Diaz, Northside Clinic", "Ana Ruiz, Food Bank"):
        assert words in picture
        assert words in table


def test_filters_keep_to_a_body_and_to_what_needs_somebody(coordinator):
    held = a_held_seat(coordinator)
    a_seat(coordinator, "Treasurer", body=BodyFactory(coalition=held.coalition))
    url = address("seats", coordinator)
    assert "Treasurer" not in text(coordinator.get(url, {"body": held.body_id}))
    vacant = text(coordinator.get(url, {"needs": "vacant"}))
    assert "Treasurer" in vacant
    assert "Rosa Diaz" not in vacant


def test_downloads_stand_alone(coordinator):
    a_held_seat(coordinator)
    picture = coordinator.get(address("seats_picture", coordinator))
    assert picture["Content-Type"] == "image/svg+xml"
    assert "attachment" in picture["Content-Disposition"]
    drawing = content(picture)
    assert drawing.startswith("<svg")
    assert "Rosa Diaz" in drawing
    assert "class=" not in drawing
    lines = content(coordinator.get(address("seats_table", coordinator))).splitlines()
    assert len(lines) == 3  # a head and two terms
    assert "Rosa Diaz" in lines[2]


def test_no_seats_is_a_beginning(coordinator):
    assert "No seats yet" in text(coordinator.get(address("seats", coordinator)))


def many_seats(client, number: int) -> None:
    """In bodies of ten, each with a term that is over and one that goes on."""
    people = [somebody(client, f"Person {n}", f"Home {n}") for n in range(3)]
    bodies = BodyFactory.create_batch(max(number // 10, 1), coalition=coalition_of(client))
    seats = Seat.objects.bulk_create(
        Seat(coalition_id=body.coalition_id, body=body, title=f"Seat {n}", position=n)
        for n in range(number)
        for body in [bodies[n % len(bodies)]]
    )
    RoleAssignment.objects.bulk_create(
        RoleAssignment(
            coalition_id=seat.coalition_id,
            seat=seat,
            organisation=people[n % 3].organisation,
            contact=people[n % 3],
            starts_on=day(begin),
            ends_on=day(end),
        )
        for n, seat in enumerate(seats)
        for begin, end in ((-400, -30), (-29, 60))
    )


def queries(client, url: str, **asked: str) -> int:
    client.get(url, asked)  # what is asked once a session
    with CaptureQueriesContext(
        connection,
    ) as found:
        assert client.get(url, asked).status_code == 200
    return len(found)


@pytest.mark.parametrize("asked", [{}, {"as": "table"}], ids=["picture", "table"])
def test_board_takes_the_same_queries_for_one_and_500_seats(coordinator, asked):
    url = address("seats", coordinator)
    many_seats(coordinator, 1)
    one = queries(coordinator, url, **asked)
    many_seats(coordinator, 499)
    assert Seat.objects.count() == 500
    assert queries(coordinator, url, **asked) == one <= 12


def test_page_of_a_body_takes_the_same_queries_for_one_and_500_seats(coordinator):
    body = steering(coordinator)
    SeatFactory(body=body)
    url = address("body_seats", coordinator, body.pk)
    one = queries(coordinator, url)
    Seat.objects.bulk_create(
        Seat(coalition=body.coalition, body=body, title=f"Seat {n}") for n in range(499)
    )
    assert queries(coordinator, url) == one <= 12


@pytest.mark.parametrize("name", ["my_seats", "seats_of"])
def test_own_seats_take_the_same_queries_for_one_and_many(coordinator, name):
    rosa = somebody(coordinator, email=coordinator.membership.person.email)
    args = [rosa.organisation_id] if name == "seats_of" else []
    url = address(name, coordinator, *args)
    body = steering(coordinator)
    a_term(SeatFactory(body=body), rosa)
    one = queries(coordinator, url)
    for _n in range(20):
        a_term(SeatFactory(body=body), rosa)
    assert queries(coordinator, url) == one <= 12


def test_page_of_a_seat_takes_the_same_queries_for_one_and_many_terms(coordinator):
    seat, rosa = a_seat(coordinator), somebody(coordinator)
    a_term(seat, rosa, -10, 10)
    url = address("seat", coordinator, seat.pk)
    one = queries(coordinator, url)
    for n in range(1, 15):
        a_term(seat, rosa, -10 - 20 * n, 9 - 20 * n)
    assert queries(coordinator, url) == one <= 12


def test_page_of_a_role_takes_the_same_queries_for_one_and_many_letters(coordinator):
    role = a_term(a_seat(coordinator), somebody(coordinator))
    RoleLetterFactory(role=role, sent_on=day(-400))
    AskedChangeFactory(role=role)
    url = address("role", coordinator, role.pk)
    one = queries(coordinator, url)
    for n in range(15):
        RoleLetterFactory(role=role, sent_on=day(-n))
        AskedChangeFactory(role=role)
    assert queries(coordinator, url) == one <= 12


# ---------------------------------------------------------------- who sees which


def in_the_body(client, seat) -> None:
    person = somebody(client, "Me", "Home", email=client.membership.person.email)
    a_term(SeatFactory(body=seat.body), person)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("name", PAGES)
def test_seats_of_a_closed_circle_are_seen_by_who_sits_there_and_coordinators(
    coordinator, role, name
):
    circle = steering(coordinator, publication="body")
    seat = a_seat(coordinator, "Hidden seat", body=circle)
    role_ = a_term(seat, somebody(coordinator))
    client = MemberClient.of(MembershipFactory(role=role, coalition=circle.coalition))
    sees = role in (Role.COORDINATOR, Role.ADMINISTRATOR)

    def status(page: str, pk: int) -> int:
        return client.get(address(page, client, pk)).status_code

    own_pages = [("seat", seat.pk), ("body_seats", circle.pk), ("role", role_.pk)]
    assert ("Hidden seat" in content(client.get(address(name, client)))) is sees
    assert {status(*page) for page in own_pages} == {200 if sees else 404}
    in_the_body(client, seat)
    assert "Hidden seat" in content(client.get(address(name, client)))
    assert {status(*page) for page in own_pages} == {200}


@pytest.mark.parametrize("role", Role)
def test_seats_of_an_open_body_are_seen_by_every_member(coordinator, role):
    seat = a_held_seat(coordinator)
    client = MemberClient.of(MembershipFactory(role=role, coalition=seat.coalition))
    assert "Rosa Diaz" in text(client.get(address("seats", client)))
    page = text(client.get(address("seat", client, seat.pk)))
    assert "Rosa Diaz" in page
    assert "@partner.example" not in page
    assert (address("seat_edit", client, seat.pk) in page) is (
        role in (Role.COORDINATOR, Role.ADMINISTRATOR)
    )


def test_partner_sees_seats_of_its_own_organisation_and_of_no_other(coordinator):
    seat = a_held_seat(coordinator)
    held = RoleAssignment.objects.get(contact__name="Rosa Diaz")
    other = RoleAssignment.objects.get(contact__name="Ana Ruiz")
    membership = MembershipFactory(role=Role.PARTNER, coalition=seat.coalition)
    RepresentationFactory(organisation=held.organisation, membership=membership)
    client = MemberClient.of(membership)
    assert "Co-lead" in text(client.get(address("seats_of", client, held.organisation_id)))
    assert client.get(address("seats_of", client, other.organisation_id)).status_code == 404
