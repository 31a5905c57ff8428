"""Choosing, founding and describing a coalition."""

import pytest
from django.urls import reverse

from accounts.models import Coalition, Membership
from accounts.permissions import Role
from accounts.signals import coalition_founded
from tests.factories import CoalitionFactory, MembershipFactory, PersonFactory

FIELDS = {
    "name": "Sunnybrook Healthy Living",
    "slug": "",
    "short_name": "Sunnybrook",
    "place": "Sunnybrook",
    "problem_statement": "Too much diabetes.",
    "sector_preset": "dfc",
}


@pytest.fixture
def person(client, db):
    person = PersonFactory()
    client.force_login(person)
    return person


def found(client, **fields):
    return client.post(reverse("accounts:found"), FIELDS | fields)


def test_person_with_one_coalition_goes_straight_there(administrator):
    coalition = administrator.membership.coalition
    assert administrator.get("/")["Location"] == coalition.get_absolute_url()
    assert coalition.name in administrator.get("/?all").content.decode()


def test_person_with_several_coalitions_chooses_among_the_present_ones(client, person):
    here = [MembershipFactory(person=person) for _each in range(2)]
    gone = MembershipFactory(person=person, ended=True)
    shown = client.get("/").content.decode()
    assert all(each.coalition.get_absolute_url() in shown for each in here)
    assert gone.coalition.name not in shown


def test_menu_offers_the_other_coalitions(administrator):
    other = MembershipFactory(person=administrator.membership.person).coalition
    page = administrator.get(administrator.membership.coalition.get_absolute_url())
    assert page.context["other_coalitions"] == [other]


def test_person_without_coalition_is_shown_where_to_begin(client, person):
    assert reverse("accounts:found") in client.get("/").content.decode()


def test_founder_becomes_administrator_of_a_coalition_at_its_own_address(client, person):
    answer = found(client)
    coalition = Coalition.objects.get()
    assert answer["Location"] == "/sunnybrook-healthy-living/"
    assert coalition.sector_preset == "dfc"
    membership = Membership.objects.get()
    assert (membership.person, membership.role) == (person, Role.ADMINISTRATOR)
    assert client.get(answer["Location"]).status_code == 200


def test_founding_is_announced_once_in_its_transaction(client, person):
    heard = []

    def listen(sender, **news) -> None:
        heard.append((news["coalition"].slug, news["by"]))

    coalition_founded.connect(listen)
    found(client)
    coalition_founded.disconnect(listen)
    assert heard == [("sunnybrook-healthy-living", person)]


def test_founding_is_undone_when_a_receiver_fails(client, person):
    def fail(sender, **news) -> None:
        raise RuntimeError

    coalition_founded.connect(fail)
    with pytest.raises(RuntimeError):
        found(client)
    coalition_founded.disconnect(fail)
    assert not Coalition.objects.exists()


def test_address_made_of_the_name_avoids_one_that_is_taken(client, person):
    CoalitionFactory(slug="sunnybrook-healthy-living")
    assert found(client)["Location"] == "/sunnybrook-healthy-living-2/"


@pytest.mark.parametrize(
    ("slug", "reason"),
    [
        ("accounts", "another use"),
        ("taken", "Another coalition has this address"),
        ("two--hyphens", "single hyphens"),
        ("with space", "single hyphens"),
    ],
)
def test_address_that_cannot_be_used_is_refused_and_nothing_typed_is_lost(
    client, person, slug, reason
):
    CoalitionFactory(slug="taken")
    answer = found(client, slug=slug)
    assert reason in answer.content.decode()
    assert "Too much diabetes." in answer.content.decode()
    assert not Coalition.objects.filter(name=FIELDS["name"]).exists()


def test_name_that_would_make_a_reserved_address_gets_another(client, person):
    assert found(client, name="Accounts")["Location"] == "/accounts-2/"


def test_address_that_comes_of_the_name_is_said_and_not_filled_in(client, person):
    said = client.get(reverse("accounts:suggest_address"), {"name": "North Valley"})
    assert "Left empty, it becomes north-valley." in said.content.decode()
    assert "<input" not in said.content.decode()


SETTINGS = {
    "name": "New name",
    "short_name": "New",
    "place": "Elsewhere",
    "problem_statement": "Another one.",
    "time_zone": "America/Chicago",
}


def test_administrator_describes_the_coalition_anew(administrator):
    page = reverse("accounts:coalition_settings", args=[administrator.slug])
    administrator.post(page, SETTINGS)
    coalition = Coalition.objects.get()
    assert {name: getattr(coalition, name) for name in SETTINGS} == SETTINGS


def test_faulty_description_keeps_what_was_typed_and_the_saved_heading(administrator):
    page = reverse("accounts:coalition_settings", args=[administrator.slug])
    shown = administrator.post(page, SETTINGS | {"place": ""}).content.decode()
    assert 'value="New name"' in shown
    assert administrator.membership.coalition.name in shown
    assert Coalition.objects.get().name != "New name"


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_other_roles_do_not_describe_the_coalition(member, role):
    client = member(role)
    page = reverse("accounts:coalition_settings", args=[client.slug])
    assert client.post(page, SETTINGS).status_code == 403
