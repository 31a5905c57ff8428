"""Who holds a seat: seated, refused with a name, handed over, ended early, called off."""

import pytest
from django.db import IntegrityError, connection, transaction

from common.models import Letter
from governance.models import RoleAssignment, RoleLetter
from tests.factories import TODAY, ContactFactory, OrganisationFactory
from tests.governance.factories import RoleAssignmentFactory
from tests.governance.seats.doors import (
    a_seat,
    a_term,
    address,
    coalition_of,
    day,
    filled,
    said,
    seat_them,
    send,
    somebody,
    text,
)

pytestmark = pytest.mark.django_db


def terms(seat) -> list[tuple]:
    rows = RoleAssignment.objects.of_seats([seat.pk]).order_by("starts_on")
    return list(rows.values_list("contact__name", "starts_on", "ends_on"))


def test_organisation_is_seated_with_a_person_and_a_delegate(coordinator):
    seat, rosa = a_seat(coordinator), somebody(coordinator)
    ben = ContactFactory(organisation=rosa.organisation, name="Ben Cole")
    answer = seat_them(coordinator, seat, rosa, delegate=ben.pk, duties="Chairs in June")
    assert "Rosa Diaz, Northside Clinic takes the seat “Co-lead”." in said(answer)
    role = RoleAssignment.objects.get()
    assert (role.contact, role.delegate, role.duties) == (rosa, ben, "Chairs in June")
    assert (role.starts_on, role.ends_on) == (day(0), day(365))


def test_person_may_come_later(coordinator):
    seat, rosa = a_seat(coordinator), somebody(coordinator)
    seat_them(coordinator, seat, rosa, contact="")
    assert RoleAssignment.objects.get().contact is None


def test_organisation_is_found_by_its_name_alone(coordinator):
    seat, rosa = a_seat(coordinator), somebody(coordinator)
    seat_them(coordinator, seat, rosa, organisation_id="", contact="")
    assert RoleAssignment.objects.get().organisation == rosa.organisation


def test_name_that_several_have_asks_which_one(coordinator):
    seat = a_seat(coordinator)
    for name in ("Clinic North", "Clinic South"):
        OrganisationFactory(coalition=coalition_of(coordinator), name=name)
    told = {"partner": "Clinic", "starts_on": day(0).isoformat()}
    answer = send(coordinator, address("seat_hold", coordinator, seat.pk), told)
    assert answer.status_code == 422
    assert "Which of these do you mean?" in text(answer)
    assert "Clinic South" in text(answer)


def test_their_people_are_offered_without_a_script(coordinator):
    seat, rosa = a_seat(coordinator), somebody(coordinator)
    url = address("seat_hold", coordinator, seat.pk)
    page = coordinator.get(url, {"partner": rosa.organisation.name})
    assert f'<option value="{rosa.pk}">Rosa Diaz</option>' in text(page)


@pytest.mark.parametrize(("begin", "end"), [(0, 10), (-300, -100), (200, None), (-500, None)])
def test_overlap_is_refused_and_says_who_holds_it(coordinator, begin, end):
    seat = a_seat(coordinator)
    a_term(seat, somebody(coordinator, "Ana Ruiz", "Food Bank"), begin=-100, end=200)
    before = terms(seat)
    answer = seat_them(coordinator, seat, somebody(coordinator), begin=begin, end=end)
    assert answer.status_code == 422
    assert "Ana Ruiz, Food Bank holds “Co-lead” from" in text(answer)
    assert terms(seat) == before


@pytest.mark.parametrize(("begin", "end"), [(-300, -101), (201, None)])
def test_day_before_and_day_after_a_term_are_free(coordinator, begin, end):
    seat = a_seat(coordinator)
    a_term(seat, somebody(coordinator, "Ana Ruiz", "Food Bank"), begin=-100, end=200)
    seat_them(coordinator, seat, somebody(coordinator), begin=begin, end=end)
    assert len(terms(seat)) == 2


def test_person_of_another_organisation_is_refused(coordinator):
    seat, rosa = a_seat(coordinator), somebody(coordinator)
    stranger = somebody(coordinator, "Ana Ruiz", "Food Bank")
    answer = seat_them(coordinator, seat, rosa, contact=stranger.pk)
    assert answer.status_code == 422
    assert not RoleAssignment.objects.exists()


def test_retired_organisation_takes_no_seat(coordinator):
    seat, rosa = a_seat(coordinator), somebody(coordinator)
    rosa.organisation.retired_on, rosa.organisation.retired_reason = TODAY, "closed"
    rosa.organisation.save()
    answer = seat_them(coordinator, seat, rosa)
    assert "Northside Clinic is retired." in text(answer)
    assert not RoleAssignment.objects.exists()


def test_nobody_comes_in_their_own_place(coordinator):
    seat, rosa = a_seat(coordinator), somebody(coordinator)
    answer = seat_them(coordinator, seat, rosa, delegate=rosa.pk)
    assert "Nobody comes in their own place" in text(answer)
    assert not RoleAssignment.objects.exists()


def test_hand_over_ends_the_one_the_day_before_the_other_begins(coordinator):
    seat = a_seat(coordinator)
    role = a_term(seat, somebody(coordinator, "Ana Ruiz", "Food Bank"), begin=-100, end=200)
    rosa = somebody(coordinator)
    url = address("role_hand_over", coordinator, role.pk)
    answer = send(coordinator, url, filled(rosa, begin=10, end=300, reason="Ana moves away"))
    assert terms(seat) == [("Ana Ruiz", day(-100), day(9)), ("Rosa Diaz", day(10), day(300))]
    role.refresh_from_db()
    assert role.ended_because == "Ana moves away"
    undo = next(one.extra_tags for one in answer.context["messages"]).removeprefix("undo:")
    coordinator.post(undo)
    assert terms(seat) == [("Ana Ruiz", day(-100), day(200))]


def test_hand_over_after_the_end_leaves_the_end(coordinator):
    seat = a_seat(coordinator)
    role = a_term(seat, somebody(coordinator, "Ana Ruiz", "Food Bank"), begin=-100, end=20)
    url = address("role_hand_over", coordinator, role.pk)
    send(coordinator, url, filled(somebody(coordinator), begin=21))
    assert terms(seat)[0] == ("Ana Ruiz", day(-100), day(20))


def test_hand_over_before_the_term_began_changes_nothing(coordinator):
    seat = a_seat(coordinator)
    role = a_term(seat, somebody(coordinator, "Ana Ruiz", "Food Bank"), begin=-100, end=20)
    before = terms(seat)
    url = address("role_hand_over", coordinator, role.pk)
    answer = send(coordinator, url, filled(somebody(coordinator), begin=-100))
    assert "The next term begins after that day." in text(answer)
    assert terms(seat) == before


def test_hand_over_into_a_third_ones_term_keeps_the_first(coordinator):
    """Both happen or neither: the earlier end is not written when the successor is refused."""
    seat = a_seat(coordinator)
    role = a_term(seat, somebody(coordinator, "Ana Ruiz", "Food Bank"), begin=-100, end=20)
    a_term(seat, somebody(coordinator, "Ben Cole", "School"), begin=40, end=90)
    before = terms(seat)
    url = address("role_hand_over", coordinator, role.pk)
    answer = send(coordinator, url, filled(somebody(coordinator), begin=10, end=60))
    assert "Ben Cole, School holds" in text(answer)
    assert terms(seat) == before


def test_term_is_ended_early_with_its_reason(coordinator):
    role = a_term(a_seat(coordinator), somebody(coordinator))
    url = address("role_end", coordinator, role.pk)
    told = {"last": day(3).isoformat(), "reason": "She has a new job"}
    page = send(coordinator, url, told, field="opened")
    role.refresh_from_db()
    assert (role.ends_on, role.ended_because) == (day(3), "She has a new job")
    assert "She has a new job" in text(page)


@pytest.mark.parametrize(("last", "words"), [(-101, "ends before it begins"), (200, "anyway")])
def test_early_end_outside_the_term_is_refused(coordinator, last, words):
    role = a_term(a_seat(coordinator), somebody(coordinator))
    url = address("role_end", coordinator, role.pk)
    told = {"last": day(last).isoformat(), "reason": "No"}
    assert words in text(send(coordinator, url, told, field="opened"))
    role.refresh_from_db()
    assert role.ends_on == day(200)


def test_coming_term_is_called_off_and_a_begun_one_is_not(coordinator):
    seat, rosa = a_seat(coordinator), somebody(coordinator)
    now, later = a_term(seat, rosa, -100, 50), a_term(seat, rosa, 51, 200)
    coordinator.post(address("role_call_off", coordinator, later.pk))
    coordinator.post(address("role_call_off", coordinator, now.pk))
    assert list(RoleAssignment.objects.all()) == [now]


def test_another_person_must_accept_anew(coordinator):
    rosa = somebody(coordinator)
    ben = ContactFactory(organisation=rosa.organisation, name="Ben Cole")
    role = a_term(a_seat(coordinator), rosa, acknowledged_on=day(-90), confirmed_on=day(-5))
    url = address("role_edit", coordinator, role.pk)
    told = {"starts_on": role.starts_on.isoformat(), "ends_on": role.ends_on.isoformat()}
    send(coordinator, url, {**told, "contact": rosa.pk, "duties": "More"}, field="opened")
    role.refresh_from_db()
    assert (role.acknowledged_on, role.duties) == (day(-90), "More")
    send(coordinator, url, {**told, "contact": ben.pk}, field="opened")
    role.refresh_from_db()
    assert (role.contact, role.acknowledged_on, role.confirmed_on) == (ben, None, None)


def test_letter_with_a_link_leaves_when_asked_for(coordinator):
    seat, rosa = a_seat(coordinator), somebody(coordinator, email="rosa@clinic.example")
    seat_them(coordinator, seat, rosa, writes="on")
    letter = RoleLetter.objects.get()
    outbox = Letter.objects.get()
    assert (letter.contact, letter.asked_by) == (rosa, coordinator.membership.person)
    assert (outbox.to_address, outbox.tenant) == ("rosa@clinic.example", seat.coalition_id)
    assert letter.link in outbox.text
    assert "<" not in outbox.text
    assert letter.link not in outbox.text_for_others


def test_seating_says_when_no_letter_could_leave(coordinator):
    seat, rosa = a_seat(coordinator), somebody(coordinator, email="")
    answer = seat_them(coordinator, seat, rosa, writes="on")
    assert any("We have no e-mail address of Rosa Diaz." in one for one in said(answer))
    assert RoleAssignment.objects.count() == 1
    assert not Letter.objects.exists()


# ---------------------------------------------------------------- what the database itself refuses


def test_database_refuses_an_overlap(coordinator):
    seat = a_seat(coordinator)
    a_term(seat, somebody(coordinator), begin=-100, end=10)
    with pytest.raises(IntegrityError, match="seat_is_held_once_at_a_time"), transaction.atomic():
        a_term(seat, somebody(coordinator, at="Food Bank"), begin=10, end=20)


def test_database_refuses_an_end_before_the_start(coordinator):
    seat = a_seat(coordinator)
    with pytest.raises(IntegrityError, match="role_ends_after_it_started"), transaction.atomic():
        a_term(seat, somebody(coordinator), begin=0, end=-1)


def test_database_refuses_a_seat_of_another_coalition(coordinator):
    role = RoleAssignmentFactory()
    seat = a_seat(coordinator)
    with pytest.raises(IntegrityError, match="same_tenant"), transaction.atomic():
        RoleAssignment.objects.filter(pk=role.pk).update(seat=seat)
        connection.check_constraints()


def test_letter_of_a_seating_that_is_taken_back_does_not_leave(coordinator):
    answer = seat_them(
        coordinator, a_seat(coordinator), somebody(coordinator, email="r@x.example"), writes="on"
    )
    assert Letter.objects.get().state == Letter.State.WAITING
    undo = next(one.extra_tags for one in answer.context["messages"]).removeprefix("undo:")
    coordinator.post(undo)
    assert not RoleAssignment.objects.exists()
    assert Letter.objects.get().state == Letter.State.SUPERSEDED
