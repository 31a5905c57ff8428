"""Deputies, who sees them, and what the database keeps."""

import pytest

from accounts.permissions import Role
from governance.models import Deputy
from tests.factories import TODAY, ContactFactory
from tests.governance.factories import SeatFactory
from tests.governance.succession.bench.counting import refused
from tests.governance.succession.factories import DeputyFactory, InterestFactory, KeyRoleFactory
from tests.governance.succession.site import at, change, held, make, person, seat, text, today

pytestmark = pytest.mark.django_db


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
