"""Seats of a body: several added at once, changed, put in order, closed and opened again."""

import pytest
from django.db import IntegrityError, connection, transaction

from governance.models import Seat
from tests.factories import CoalitionFactory, TermFactory
from tests.forms import carried
from tests.governance.factories import SeatFactory
from tests.governance.seats.doors import (
    a_seat,
    a_term,
    address,
    said,
    seat_them,
    send,
    somebody,
    steering,
    text,
)

pytestmark = pytest.mark.django_db


def add(client, body, titles: str, **told):
    data = {"titles": titles, "rank": "member", **told}
    return send(client, address("seats_add", client, body.pk), data)


def titles(body) -> list[str]:
    return list(Seat.objects.of_body(body.pk).order_by("position").values_list("title", flat=True))


def test_several_seats_are_added_at_once_in_their_order(coordinator):
    body = steering(coordinator)
    sector = TermFactory(coalition=body.coalition, name="Schools")
    add(coordinator, body, "Member for schools\n\n Member  for youth ", sector=sector.pk)
    assert titles(body) == ["Member for schools", "Member for youth"]
    assert {seat.sector for seat in Seat.objects.all()} == {sector}
    add(coordinator, body, "Chair", rank="chair", is_voting="on")
    assert titles(body)[-1] == "Chair"
    chair = Seat.objects.get(title="Chair")
    assert (chair.is_voting, chair.is_leading) == (True, True)


def test_adding_pressed_twice_adds_once(coordinator):
    body = steering(coordinator)
    url = address("seats_add", coordinator, body.pk)
    data = {"titles": "Chair", "rank": "chair"}
    data["form_key"] = carried(coordinator.get(url), "form_key")
    coordinator.post(url, data)
    coordinator.post(url, data)
    assert titles(body) == ["Chair"]


def test_added_seats_are_taken_back_together(coordinator):
    body = steering(coordinator)
    answer = add(coordinator, body, "Chair\nMember")
    undo = next(one.extra_tags for one in answer.context["messages"]).removeprefix("undo:")
    coordinator.post(undo)
    assert titles(body) == []


def test_closed_body_takes_no_seats(coordinator):
    body = steering(coordinator, closed=True)
    answer = add(coordinator, body, "Chair")
    assert answer.status_code == 422
    assert "This body is closed" in text(answer)
    assert titles(body) == []


def test_observer_who_votes_is_refused_by_form_and_database(coordinator):
    seat = a_seat(coordinator)
    answer = send(
        coordinator,
        address("seat_edit", coordinator, seat.pk),
        {"title": "Guest", "rank": "observer", "is_voting": "on"},
        field="opened",
    )
    assert "An observer does not vote" in text(answer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.filter(pk=seat.pk).update(rank="observer", is_voting=True)


def test_seat_is_edited(coordinator):
    seat = a_seat(coordinator)
    send(
        coordinator,
        address("seat_edit", coordinator, seat.pk),
        {"title": "Guest", "rank": "observer", "duties": "Listens"},
        field="opened",
    )
    seat.refresh_from_db()
    assert (seat.title, seat.rank, seat.is_voting, seat.duties) == (
        "Guest",
        "observer",
        False,
        "Listens",
    )


@pytest.mark.parametrize(
    ("step", "order"), [("earlier", ["B", "A", "C"]), ("later", ["A", "C", "B"])]
)
def test_seat_moves_by_one_place(coordinator, step, order):
    body = steering(coordinator)
    _a, b, _c = (SeatFactory(body=body, title=title) for title in "ABC")
    url = address("body_seats", coordinator, body.pk)
    key = carried(coordinator.get(url), "form_key")
    coordinator.post(address("seat_move", coordinator, b.pk), {"step": step, "form_key": key})
    assert titles(body) == order


def test_held_seat_cannot_be_closed_and_says_who_holds_it(coordinator):
    seat = a_seat(coordinator)
    a_term(seat, somebody(coordinator))
    url = address("seat_close", coordinator, seat.pk)
    answer = coordinator.post(url, {"reason": "Too many"}, follow=True)
    assert "Rosa Diaz, Northside Clinic holds “Co-lead”" in said(answer)[0]
    seat.refresh_from_db()
    assert not seat.is_closed


def test_vacant_seat_is_closed_with_its_reason_and_opened_again(coordinator):
    seat = a_seat(coordinator)
    page = coordinator.post(
        address("seat_close", coordinator, seat.pk), {"reason": "Too many"}, follow=True
    )
    seat.refresh_from_db()
    assert seat.is_closed
    assert "Too many" in text(page)
    refused = seat_them(coordinator, seat, somebody(coordinator))
    assert "This seat is closed" in text(refused)
    coordinator.post(address("seat_reopen", coordinator, seat.pk))
    seat.refresh_from_db()
    assert not seat.is_closed


def test_database_refuses_a_seat_in_a_body_of_another_coalition(coordinator):
    seat = a_seat(coordinator)
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.filter(pk=seat.pk).update(coalition=CoalitionFactory())
        connection.check_constraints()
