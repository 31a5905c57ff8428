"""Members say which role they would like to grow into; coordinators answer."""

import pytest

from accounts.permissions import Role
from governance.models import Interest
from tests.governance.factories import FunctionFactory, SeatFactory
from tests.governance.succession.bench.counting import refused
from tests.governance.succession.factories import DeputyFactory, InterestFactory, KeyRoleFactory
from tests.governance.succession.site import at, change, make, person, seat, text, today

pytestmark = pytest.mark.django_db
FOR_MONEY = {
    "role": "other",
    "words": "Look after the money",
    "ready": "within_a_year",
    "helps": "A course",
}


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.mark.parametrize("role", [Role.PARTNER, Role.STEERING, Role.COORDINATOR])
def test_member_says_what_they_would_like_and_sees_it(member, role):
    client = member(role)
    page = make(client, at(client, "offer_add"), **FOR_MONEY)
    made = Interest.objects.get()
    assert (made.person, made.words, made.ready, made.helps, made.offered_on) == (
        client.membership.person,
        "Look after the money",
        "within_a_year",
        "A course",
        today(),
    )
    assert "Look after the money" in text(page)


def test_viewer_says_nothing(member):
    viewer = member(Role.VIEWER)
    assert viewer.get(at(viewer, "offer_add")).status_code == 403


def test_member_names_a_seat_or_a_function(member, coalition):
    partner = member(Role.PARTNER, coalition=coalition)
    chair, funds = seat(coalition, "Chair"), FunctionFactory(coalition=coalition)
    for key in (f"seat-{chair.pk}", f"function-{funds.pk}"):
        make(partner, at(partner, "offer_add"), role=key, ready="now")
    assert {one.role for one in Interest.objects.all()} == {
        f"Chair, {chair.body}",
        funds.name,
    }


def test_seat_of_a_body_that_only_its_own_read_is_not_offered(member, coalition):
    partner = member(Role.PARTNER, coalition=coalition)
    secret = seat(coalition, "Secret seat", publication="body")
    address = at(partner, "offer_add")
    assert "Secret seat" not in text(partner.get(address))
    assert make(partner, address, role=f"seat-{secret.pk}", ready="now").status_code == 422


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"words": ""}, "Say which kind of role."),
        ({"role": ""}, "This field is required."),
        ({"ready": "never"}, "Select a valid choice."),
    ],
)
def test_wish_that_says_too_little_is_asked_again(member, told, said):
    client = member(Role.PARTNER)
    page = make(client, at(client, "offer_add"), **{**FOR_MONEY, **told})
    assert (page.status_code, Interest.objects.count()) == (422, 0)
    assert said in text(page)


def test_same_wish_is_noted_once(member):
    client = member(Role.PARTNER)
    make(client, at(client, "offer_add"), **FOR_MONEY)
    page = make(client, at(client, "offer_add"), **FOR_MONEY)
    assert (page.status_code, Interest.objects.count()) == (422, 1)


def test_member_sees_their_own_only(member, coalition):
    partner = member(Role.PARTNER, coalition=coalition)
    InterestFactory(coalition=coalition, words="Somebody else's wish")
    assert "Somebody else" not in text(partner.get(at(partner, "growing")))


@pytest.mark.parametrize(("role", "status"), [(Role.PARTNER, 403), (Role.STEERING, 200)])
def test_register_is_for_steering_and_coordinators(member, coalition, role, status):
    client = member(role, coalition=coalition)
    assert client.get(at(client, "offers")).status_code == status


def test_steering_sees_what_all_said_and_not_what_was_withdrawn(member, coalition):
    InterestFactory(coalition=coalition, words="Speak in public")
    InterestFactory(coalition=coalition, words="Nothing any more", withdrawn=True)
    InterestFactory(words="Of another coalition")
    steering = member(Role.STEERING, coalition=coalition)
    page = text(steering.get(at(steering, "offers")))
    assert "Speak in public" in page
    assert "Nothing any more" not in page
    assert "Of another coalition" not in page


def test_wish_is_withdrawn_and_stands_again(member, coalition):
    partner = member(Role.PARTNER, coalition=coalition)
    wish = InterestFactory(coalition=coalition, person=partner.membership.person)
    partner.post(at(partner, "offer_withdraw", wish.pk))
    wish.refresh_from_db()
    assert wish.withdrawn_on == today()
    partner.post(at(partner, "offer_restore", wish.pk))
    wish.refresh_from_db()
    assert wish.withdrawn_on is None


@pytest.mark.parametrize("name", ["offer_withdraw", "offer_restore"])
def test_nobody_withdraws_for_another(coordinator, coalition, name):
    is_gone = name == "offer_restore"
    wish = InterestFactory(coalition=coalition, withdrawn=is_gone)
    coordinator.post(at(coordinator, name, wish.pk))
    assert wish.withdrawn_on == Interest.objects.get().withdrawn_on


def test_partner_finds_no_wish_of_another(member, coalition):
    partner = member(Role.PARTNER, coalition=coalition)
    wish = InterestFactory(coalition=coalition)
    assert partner.post(at(partner, "offer_withdraw", wish.pk)).status_code == 404


def test_answer_is_read_by_the_one_who_asked(member, coordinator, coalition):
    partner = member(Role.PARTNER, coalition=coalition)
    wish = InterestFactory(coalition=coalition, person=partner.membership.person)
    assert "No answer yet." in text(partner.get(at(partner, "growing")))
    change(coordinator, at(coordinator, "offer", wish.pk), answer="I call you on Monday")
    page = text(partner.get(at(partner, "growing")))
    assert "I call you on Monday" in page
    assert str(coordinator.membership.person) in page


def test_wish_that_was_withdrawn_is_not_answered(coordinator, coalition):
    wish = InterestFactory(coalition=coalition, withdrawn=True)
    assert coordinator.get(at(coordinator, "offer", wish.pk)).status_code == 404


def test_page_leads_to_the_deputy_form_of_the_chosen_role(coordinator, coalition):
    chair = seat(coalition)
    role = KeyRoleFactory(seat=chair)
    wish = InterestFactory(coalition=coalition, words="", seat=chair)
    person(coalition, email=wish.person.email)
    page = text(coordinator.get(at(coordinator, "offer", wish.pk)))
    assert f'<option value="{role.pk}" selected>' in page
    going = coordinator.get(at(coordinator, "offer_deputy", wish.pk), {"key_role": role.pk})
    assert going["Location"] == f"{at(coordinator, 'deputy_add', role.pk)}?interest={wish.pk}"


def test_deputy_is_told_to_the_one_who_asked(member, coalition):
    partner = member(Role.PARTNER, coalition=coalition)
    wish = InterestFactory(coalition=coalition, person=partner.membership.person)
    DeputyFactory(key_role=KeyRoleFactory(seat=seat(coalition, "Chair")), interest=wish)
    assert "Deputy for: Chair" in text(partner.get(at(partner, "growing")))


@pytest.mark.parametrize("number", [1, 30])
def test_register_takes_the_same_queries(coordinator, coalition, number, django_assert_num_queries):
    for one in InterestFactory.create_batch(number, coalition=coalition):
        DeputyFactory(
            key_role=KeyRoleFactory(seat=seat(coalition, body=f"Body {one.pk}")), interest=one
        )
    url = at(coordinator, "offers")
    coordinator.get(url)
    with django_assert_num_queries(5):
        coordinator.get(url)


def test_database_refuses_what_must_not_be(coalition):
    chair = seat(coalition)
    assert refused(lambda: InterestFactory(coalition=coalition, words=""))
    assert refused(lambda: InterestFactory(coalition=coalition, seat=chair, words="Both"))
    assert refused(lambda: InterestFactory(coalition=coalition, ready="soon"))
    assert refused(lambda: InterestFactory(coalition=coalition, answer="By nobody"))
    assert refused(lambda: InterestFactory(coalition=coalition, seat=SeatFactory(), words=""))
