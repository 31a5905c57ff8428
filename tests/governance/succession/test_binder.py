"""The continuity binder, and the list of where things are, which holds no secrets."""

from datetime import timedelta

import pytest

from accounts.permissions import Permission, Role
from governance.models import Place
from governance.models.succession.places import looks_like_a_secret
from governance.reports.succession.binder import binder_for
from governance.reports.succession.printed import printed
from tests.factories import BenefitFactory, OrganisationFactory
from tests.governance.bodies.factories import BodyLinkFactory
from tests.governance.factories import BodyFactory
from tests.governance.succession.factories import DeputyFactory, KeyRoleFactory, PlaceFactory
from tests.governance.succession.site import at, change, held, make, person, seat, text, today

pytestmark = pytest.mark.django_db
TOLD = {"what": "Website", "where": "With the county", "access": "Ana Ruiz"}


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.mark.parametrize(
    "words",
    [
        "password: hunter2",
        "Password:hunter2",
        "The password is hunter2",
        "PIN = 4711",
        "pin code: 4711",
        "door code: 1234#",
        "contraseña: sol123",
        "la clave es abc",
        "API key: sk-123",
        "login ana, pw: abc",
    ],
)
def test_text_that_looks_like_a_password_is_recognised(words):
    assert looks_like_a_secret(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ana Ruiz and Ben Cole",
        "The password is in the safe of the office",
        "Password: with the clerk",
        "Passwords are kept in the safe",
        "The pin board: third floor",
        "Shopping list: apples",
        "La contraseña está en la caja fuerte",
        "la clave: en la caja fuerte",
        "Opening hours: 9 to 5",
    ],
)
def test_text_that_says_where_a_password_is_passes(words):
    assert not looks_like_a_secret(words)


def test_place_is_told_changed_gone_and_back(coordinator):
    make(coordinator, at(coordinator, "place_add"), **TOLD)
    place = Place.objects.get()
    change(coordinator, at(coordinator, "place_edit", place.pk), **{**TOLD, "access": "Ben Cole"})
    coordinator.post(at(coordinator, "place_retire", place.pk))
    place.refresh_from_db()
    assert (place.access, place.retired_on) == ("Ben Cole", today())
    assert "With the county" not in text(coordinator.get(at(coordinator, "binder")))
    coordinator.post(at(coordinator, "place_restore", place.pk))
    assert "With the county" in text(coordinator.get(at(coordinator, "binder")))


@pytest.mark.parametrize("field", TOLD)
def test_secret_is_refused_in_every_box(coordinator, field):
    page = make(coordinator, at(coordinator, "place_add"), **{**TOLD, field: "password: abc"})
    assert (page.status_code, Place.objects.count()) == (422, 0)
    assert "This looks like a password." in text(page)


def test_secret_is_refused_when_a_place_is_changed(coordinator, coalition):
    place = PlaceFactory(coalition=coalition)
    told = {**TOLD, "where": "PIN: 4711"}
    assert change(coordinator, at(coordinator, "place_edit", place.pk), **told).status_code == 422


# ---------------------------------------------------------------- the binder


def test_key_people_are_named_once_with_all_they_are_in_it_for(coordinator, coalition):
    chair, ana = seat(coalition, "Chair"), person(coalition, email="ana@clinic.example")
    held(chair, ana)
    KeyRoleFactory(seat=chair)
    other = KeyRoleFactory(seat=seat(coalition, "Treasurer", body="Money group"))
    DeputyFactory(key_role=other, contact=ana, willing="yes")
    DeputyFactory(key_role=other, willing="no")
    (reached,) = binder_for(coordinator.membership, on=today()).people
    assert (reached.name, reached.email) == ("Ana Ruiz", "ana@clinic.example")
    assert set(reached.roles) == {"Chair", "deputy: Treasurer"}


def test_addresses_are_for_who_may_see_them(coordinator, coalition, monkeypatch):
    chair, ana = seat(coalition), person(coalition, email="ana@clinic.example")
    held(chair, ana)
    KeyRoleFactory(seat=chair)
    assert "ana@clinic.example" in text(coordinator.get(at(coordinator, "binder")))
    role = Role(coordinator.membership.role)
    less = role.permissions - {Permission.SEE_CONTACT_DETAILS}
    monkeypatch.setitem(__import__("accounts.permissions").permissions.PERMISSIONS, role, less)
    page = text(coordinator.get(at(coordinator, "binder")))
    assert "Ana Ruiz" in page
    assert "ana@clinic.example" not in page
    assert "(410) 555-0100" not in page


def test_binder_tells_seats_promises_and_places(coordinator, coalition):
    chair = seat(coalition, "Chair")
    held(chair, person(coalition))
    seat(coalition, "Vacant seat", body="Food group")
    home = OrganisationFactory(coalition=coalition, name="Oak School")
    BenefitFactory(organisation=home, words="A stand at the fair")
    PlaceFactory(coalition=coalition, what="Banner")
    page = text(coordinator.get(at(coordinator, "binder")))
    for words in ("Chair: Ana Ruiz, Green Clinic", "Vacant seat", "A stand at the fair", "Banner"):
        assert words in page


def test_binder_tells_where_bodies_work(coordinator, coalition):
    body = BodyFactory(coalition=coalition, name="Food group")
    BodyLinkFactory(body=body, label="Shared folder", address="https://files.example/food")
    binder = binder_for(coordinator.membership, on=today())
    told = printed(binder, coalition=coalition, paper="a4", on=today())
    assert told["parts"][-1]["lines"][-1] == {
        "margin": "Food group",
        "head": "Shared folder",
        "rest": ["https://files.example/food"],
    }
    assert 'href="https://files.example/food"' in text(coordinator.get(at(coordinator, "binder")))


def test_former_holders_are_not_in_it(coordinator, coalition):
    held(seat(coalition), person(coalition), ends_on=today() - timedelta(days=1))
    assert "Ana Ruiz" not in text(coordinator.get(at(coordinator, "binder")))


@pytest.mark.parametrize("paper", ["", "?paper=a4"])
def test_binder_is_a_pdf(coordinator, coalition, paper):
    chair = seat(coalition)
    held(chair, person(coalition, "#strong[Ana] *Ruiz*"))
    KeyRoleFactory(seat=chair)
    answer = coordinator.get(at(coordinator, "binder_pdf") + paper)
    assert answer.content.startswith(b"%PDF")
    assert answer["Content-Type"] == "application/pdf"


def test_binder_of_nothing_is_a_pdf_too(coordinator):
    assert coordinator.get(at(coordinator, "binder_pdf")).content.startswith(b"%PDF")


@pytest.mark.parametrize("role", [Role.PARTNER, Role.VIEWER])
@pytest.mark.parametrize("name", ["binder", "binder_pdf", "places"])
def test_binder_is_for_steering_and_coordinators(member, role, name):
    client = member(role)
    assert client.get(at(client, name)).status_code == 403


@pytest.mark.parametrize("number", [1, 30])
def test_binder_takes_the_same_queries(coordinator, coalition, number, django_assert_num_queries):
    for n in range(number):
        chair = seat(coalition, body=f"Body {n}")
        held(chair, person(coalition, organisation=f"Home {n}"))
        DeputyFactory(key_role=KeyRoleFactory(seat=chair))
        PlaceFactory(coalition=coalition)
        home = OrganisationFactory(coalition=coalition, name=f"Partner {n}")
        BenefitFactory(organisation=home)
    url = at(coordinator, "binder")
    coordinator.get(url)
    with django_assert_num_queries(12):
        coordinator.get(url)
