"""Which roles are key, who could take them over, and the ratio that comes of it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.permissions import Role
from governance.models import Deputy, Function, KeyRole
from governance.reports.succession.bench import bench_for
from governance.reports.succession.summary import succession_summary
from tests.factories import TODAY, CoalitionFactory, ContactFactory
from tests.governance.factories import FunctionFactory, SeatFactory
from tests.governance.succession.factories import DeputyFactory, InterestFactory, KeyRoleFactory
from tests.governance.succession.site import (
    at,
    change,
    held,
    make,
    person,
    seat,
    text,
    today,
    undo_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


def bench(client):
    return bench_for(client.membership, on=today())


# ---------------------------------------------------------------- the ratio


def test_ratio_of_no_key_roles_is_not_enough_data(coordinator):
    assert bench(coordinator).ratio is None
    assert "Not enough data" in text(coordinator.get(at(coordinator, "succession")))


@pytest.mark.parametrize(
    ("willing", "ready", "ratio"),
    [
        ("yes", "now", 1.0),
        ("asked", "now", 0.0),
        ("no", "now", 0.0),
        ("yes", "within_a_year", 0.0),
        ("yes", "later", 0.0),
    ],
)
def test_deputy_counts_when_willing_and_ready_now(coordinator, coalition, willing, ready, ratio):
    DeputyFactory(key_role=KeyRoleFactory(seat=seat(coalition)), willing=willing, ready=ready)
    assert bench(coordinator).ratio == ratio


def test_role_with_two_ready_deputies_counts_once(coordinator, coalition):
    role = KeyRoleFactory(seat=seat(coalition))
    DeputyFactory.create_batch(2, key_role=role, on_the_bench=True)
    KeyRoleFactory(seat=seat(coalition, body="Food group"))
    assert bench(coordinator).ratio == 0.5


def test_deputy_who_ended_or_left_counts_no_more(coordinator, coalition):
    role = KeyRoleFactory(seat=seat(coalition))
    DeputyFactory(key_role=role, on_the_bench=True, ended=True)
    left = ContactFactory(organisation__coalition=coalition, left_on=TODAY)
    DeputyFactory(key_role=role, on_the_bench=True, contact=left)
    assert bench(coordinator).ratio == 0.0


@pytest.mark.parametrize("closed", ["seat", "body", "function", "mark"])
def test_role_that_there_is_no_more_is_not_counted(coordinator, coalition, closed):
    chair = seat(coalition)
    if closed == "function":
        function = FunctionFactory(coalition=coalition, retired_on=TODAY)
        KeyRoleFactory(seat=None, function=function)
    else:
        KeyRoleFactory(seat=chair, unmarked_on=TODAY if closed == "mark" else None)
    if closed == "seat":
        chair.closed_on = TODAY
        chair.save()
    if closed == "body":
        chair.body.closed_on, chair.body.closed_because = TODAY, "Done"
        chair.body.save()
    assert bench(coordinator).ratio is None


def test_page_says_how_many_of_how_many_and_names_them(coordinator, coalition):
    covered = KeyRoleFactory(seat=seat(coalition, "Chair"))
    DeputyFactory(key_role=covered, on_the_bench=True)
    KeyRoleFactory(seat=seat(coalition, "Treasurer", body="Money group"))
    page = text(coordinator.get(at(coordinator, "succession")))
    assert "of 2 key roles have a deputy who is willing and ready now: 50 in a hundred" in page
    assert page.index("Nobody could take over today</h2>") < page.index(
        "A deputy is willing and ready</h2>"
    )


def test_summary_counts_what_the_page_shows(coordinator, coalition):
    DeputyFactory(key_role=KeyRoleFactory(seat=seat(coalition)), on_the_bench=True)
    treasurer = seat(coalition, body="Money group")
    KeyRoleFactory(seat=treasurer)
    held(treasurer, person(coalition), ends_on=today() + timedelta(days=80))
    KeyRoleFactory()  # of another coalition
    told = succession_summary(coalition.pk, on=today())
    assert (told.key_roles, told.covered, told.ending, told.ratio) == (2, 1, 1, 0.5)


def test_summary_of_nothing_has_no_ratio():
    assert succession_summary(CoalitionFactory().pk, on=TODAY).ratio is None


def test_summary_takes_one_query(coalition, django_assert_num_queries):
    with django_assert_num_queries(1):
        succession_summary(coalition.pk, on=TODAY)


# ---------------------------------------------------------------- holders


def test_holder_of_today_is_named_and_nobody_else(coordinator, coalition):
    chair = seat(coalition)
    held(chair, person(coalition, "Former Fay", "A"), ends_on=today() - timedelta(days=1))
    held(chair, person(coalition, "Present Pat", "B"), starts_on=today())
    KeyRoleFactory(seat=chair)
    (line,) = bench(coordinator).lines
    assert [str(one.contact) for one in line.holders] == ["Present Pat"]


def test_vacant_key_role_says_so(coordinator, coalition):
    role = KeyRoleFactory(seat=seat(coalition))
    assert "Nobody holds it." in text(coordinator.get(at(coordinator, "key_role", role.pk)))


def test_function_may_be_held_by_several(coordinator, coalition):
    function = FunctionFactory(coalition=coalition)
    for name in ("Ana", "Ben"):
        held(function, person(coalition, name, f"Home of {name}"))
    KeyRoleFactory(seat=None, function=function)
    (line,) = bench(coordinator).lines
    assert {str(one.contact) for one in line.holders} == {"Ana", "Ben"}


# ---------------------------------------------------------------- marking


LOSS = {"if_lost": "Nobody could sign.", "hurts": "at_once"}


def test_seat_is_marked_as_key(coordinator, coalition):
    chair = seat(coalition)
    page = make(coordinator, at(coordinator, "key_role_add"), role=f"seat-{chair.pk}", **LOSS)
    role = KeyRole.objects.get()
    assert (role.seat, role.if_lost, role.hurts) == (chair, "Nobody could sign.", "at_once")
    assert "Undo" in text(page)


def test_marked_twice_by_two_tabs_it_is_refused(coordinator, coalition):
    chair = seat(coalition)
    for_it = {"role": f"seat-{chair.pk}", **LOSS}
    address = at(coordinator, "key_role_add")
    make(coordinator, address, **for_it)
    page = make(coordinator, address, **for_it)
    assert (page.status_code, KeyRole.objects.count()) == (422, 1)


def test_other_task_becomes_a_function_that_need_not_be_held(coordinator, coalition):
    make(coordinator, at(coordinator, "key_role_add"), role="other", task="Opens the hall", **LOSS)
    function = Function.objects.get()
    assert (function.name, function.is_required) == ("Opens the hall", False)
    assert KeyRole.objects.get().function == function


def test_other_task_without_a_name_is_asked_for_it(coordinator):
    page = make(coordinator, at(coordinator, "key_role_add"), role="other", **LOSS)
    assert page.status_code == 422
    assert "Say which task." in text(page)


def test_seat_of_another_coalition_is_not_offered(coordinator):
    address = at(coordinator, "key_role_add")
    page = make(coordinator, address, role=f"seat-{SeatFactory().pk}", **LOSS)
    assert (page.status_code, KeyRole.objects.count()) == (422, 0)


def test_what_happens_without_them_is_told_anew(coordinator, coalition):
    role = KeyRoleFactory(seat=seat(coalition))
    change(
        coordinator, at(coordinator, "key_role_edit", role.pk), if_lost="All stops", hurts="later"
    )
    role.refresh_from_db()
    assert (role.if_lost, role.hurts) == ("All stops", "later")


def test_role_is_not_key_any_more_and_undone_it_is_again(coordinator, coalition):
    role = KeyRoleFactory(seat=seat(coalition), marked_on=TODAY)
    page = coordinator.post(at(coordinator, "key_role_unmark", role.pk), follow=True)
    role.refresh_from_db()
    assert role.unmarked_on == today()
    coordinator.post(undo_of(page))
    role.refresh_from_db()
    assert role.unmarked_on is None


# ---------------------------------------------------------------- deputies

STANDING = {"willing": "yes", "ready": "now", "note": "A signature at the bank"}


@pytest.mark.parametrize("told", ["Ana Ruiz, Green Clinic", "ana ruiz", "ana@clinic.example"])
def test_deputy_is_named_by_name_or_address(coordinator, coalition, told):
    ana = person(coalition, email="ana@clinic.example")
    role = KeyRoleFactory(seat=seat(coalition))
    make(coordinator, at(coordinator, "deputy_add", role.pk), person=told, **STANDING)
    deputy = Deputy.objects.get()
    assert (deputy.contact, deputy.is_ready_now, deputy.note) == (ana, True, STANDING["note"])


@pytest.mark.parametrize("told", ["Nobody Known", "Ana Ruiz", "Ana Ruiz, Red Clinic"])
def test_person_who_is_unknown_or_ambiguous_is_asked_for(coordinator, coalition, told):
    person(coalition)
    person(coalition, organisation="Blue Clinic")
    role = KeyRoleFactory(seat=seat(coalition))
    page = make(coordinator, at(coordinator, "deputy_add", role.pk), person=told, **STANDING)
    assert (page.status_code, Deputy.objects.count()) == (422, 0)


def test_name_with_a_comma_is_understood(coordinator, coalition):
    jane = person(coalition, "Jane Doe, MD", "Clinic, Inc.")
    role = KeyRoleFactory(seat=seat(coalition))
    address = at(coordinator, "deputy_add", role.pk)
    make(coordinator, address, person="Jane Doe, MD, Clinic, Inc.", **STANDING)
    assert Deputy.objects.get().contact == jane


def test_person_of_another_coalition_is_not_found(coordinator, coalition):
    ContactFactory(name="Ana Ruiz")
    role = KeyRoleFactory(seat=seat(coalition))
    page = make(coordinator, at(coordinator, "deputy_add", role.pk), person="Ana Ruiz", **STANDING)
    assert page.status_code == 422


def test_same_person_is_a_deputy_once(coordinator, coalition):
    ana = person(coalition)
    role = KeyRoleFactory(seat=seat(coalition))
    DeputyFactory(key_role=role, contact=ana)
    page = make(coordinator, at(coordinator, "deputy_add", role.pk), person="Ana Ruiz", **STANDING)
    assert page.status_code == 422
    assert "is a deputy for this role already" in text(page)


def test_deputy_comes_from_the_register(coordinator, coalition):
    interest = InterestFactory(coalition=coalition, words="Money", ready="now", helps="A course")
    person(coalition, email=interest.person.email.upper())
    role = KeyRoleFactory(seat=seat(coalition))
    address = f"{at(coordinator, 'deputy_add', role.pk)}?interest={interest.pk}"
    page = text(coordinator.get(address))
    assert 'value="Ana Ruiz, Green Clinic"' in page
    assert 'value="A course"' in page
    make(coordinator, address, person="Ana Ruiz, Green Clinic", **STANDING)
    assert Deputy.objects.get().interest == interest


def test_deputy_is_told_anew_and_released(coordinator, coalition):
    deputy = DeputyFactory(key_role=KeyRoleFactory(seat=seat(coalition)), since_on=TODAY)
    change(coordinator, at(coordinator, "deputy_edit", deputy.pk), **STANDING)
    deputy.refresh_from_db()
    assert deputy.is_ready_now
    coordinator.post(at(coordinator, "deputy_release", deputy.pk))
    deputy.refresh_from_db()
    assert deputy.ended_on == today()
    page = text(coordinator.get(at(coordinator, "key_role", deputy.key_role_id)))
    assert "Who was a deputy before" in page


# ---------------------------------------------------------------- who sees


def test_steering_sees_no_seat_of_a_body_that_only_its_own_read(member, coordinator, coalition):
    KeyRoleFactory(seat=seat(coalition, "Secret seat", publication="body"))
    steering = member(Role.STEERING, coalition=coalition)
    assert "Secret seat" not in text(steering.get(at(steering, "succession")))
    assert "Secret seat" in text(coordinator.get(at(coordinator, "succession")))


@pytest.mark.parametrize("number", [1, 500])
def test_bench_takes_the_same_queries(coordinator, coalition, number, django_assert_num_queries):
    body = seat(coalition).body
    for chair in SeatFactory.create_batch(number, body=body):
        held(chair, person(coalition, organisation=f"Home {chair.pk}"))
        DeputyFactory(key_role=KeyRoleFactory(seat=chair), on_the_bench=True)
    url = at(coordinator, "succession")
    coordinator.get(url)
    with django_assert_num_queries(6):
        coordinator.get(url)


# ---------------------------------------------------------------- what the database keeps


def refused(make_row) -> bool:
    try:
        with transaction.atomic():
            make_row()
            connection.check_constraints()
    except IntegrityError:
        return True
    return False


def test_database_refuses_what_must_not_be(coalition):
    chair = seat(coalition)
    role = KeyRoleFactory(seat=chair)
    assert refused(lambda: KeyRoleFactory(seat=chair))
    assert refused(lambda: KeyRoleFactory(seat=None, function=None, coalition=coalition))
    assert refused(lambda: KeyRoleFactory(seat=seat(coalition, body="B"), if_lost=""))
    assert refused(lambda: KeyRoleFactory(seat=seat(coalition, body="C"), hurts="never"))
    assert refused(lambda: DeputyFactory(key_role=role, willing="maybe"))
    assert refused(lambda: DeputyFactory(key_role=role, ready="soon"))
    assert refused(lambda: DeputyFactory(key_role=role, contact=ContactFactory()))
    assert refused(lambda: KeyRoleFactory(seat=SeatFactory(), coalition=coalition))
