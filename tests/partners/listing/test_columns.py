"""Which columns the list shows, in which order, to whom, and what stands in them."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from partners.models import Address, ExternalIdentifier, Organisation, Phone
from partners.reports.listing.columns import COLUMNS
from tests.conftest import MemberClient
from tests.factories import AliasFactory, ContactFactory, OrganisationFactory
from tests.partners.listing.browsing import add, browse, tag

EVERY = ",".join(COLUMNS)


def keys(client: MemberClient, address: str) -> list[str]:
    return [column.key for column in browse(client, address).context["listing"].columns]


def choose(client: MemberClient, **asked):
    return client.get(reverse("partners:columns", args=[client.slug]), asked)


@pytest.fixture
def grocers(coordinator) -> Organisation:
    one = add(
        coordinator,
        "Northgate Grocers",
        owner=coordinator.membership.person,
        since_on=date(2024, 5, 1),
        email="office@grocers.example",
        website="https://grocers.example",
    )
    where = {"coalition": one.coalition, "organisation": one}
    Phone.objects.create(number="(410) 555-0101", **where)
    Phone.objects.create(number="(410) 555-0102", **where)
    Address.objects.create(city="Baltimore", **where)
    ExternalIdentifier.objects.create(scheme="EIN", value="52-1", **where)
    AliasFactory(organisation=one, name="NGC")
    ContactFactory(organisation=one, name="Marisol Ortega", email="m@grocers.example")
    for vocabulary in ("sector", "population", "area", "language", "determinant", "tag"):
        tag(one, vocabulary, f"A {vocabulary}")
    tag(one, "sector", "Another sector")
    return one


def test_every_column_says_what_is_known(coordinator, grocers):
    (row,) = browse(coordinator, f"?columns={EVERY}").context["listing"].rows
    said = {cell.column.key: cell.value for cell in row.cells}
    assert said.pop("added") == grocers.created_at
    assert said.pop("changed").date() == timezone.now().date()
    assert said == {
        "kind": "Partner",
        "sectors": "A sector, Another sector",
        "broad": "",
        "populations": "A population",
        "areas": "A area",
        "languages": "A language",
        "determinants": "A determinant",
        "tags": "A tag",
        "strengths": "",
        "our_strengths": "",
        "government": "",
        "our_government": "",
        "contact": "Marisol Ortega",
        "contact_email": "m@grocers.example",
        "contact_phone": "(410) 555-0100",
        "owner": coordinator.membership.person.full_name,
        "since": date(2024, 5, 1),
        "email": "office@grocers.example",
        "phone": "(410) 555-0101, (410) 555-0102",
        "website": "https://grocers.example",
        "city": "Baltimore",
        "aliases": "NGC",
        "identifiers": "52-1",
    }


def test_last_change_of_any_part_counts(coordinator, grocers):
    contact = grocers.contacts.get()
    contact.title = "Director"
    contact.save()
    events = type(contact).pgh_event_models["update"].objects
    latest = events.latest("pgh_created_at").pgh_created_at
    (row,) = browse(coordinator, "?columns=changed").context["listing"].rows
    assert row.value("changed") == latest


@pytest.mark.parametrize("columns", ["name", "name,city", EVERY])
def test_columns_do_not_change_the_number_of_queries(
    coordinator, grocers, columns, django_assert_max_num_queries
):
    taken = []
    for number in (0, 40):
        OrganisationFactory.create_batch(number, coalition=grocers.coalition)
        with django_assert_max_num_queries(12) as asked:
            browse(coordinator, f"?columns={columns}")
        taken.append(len(asked))
    assert taken == [7, 7]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", ["name", "kind", "contact", "owner", "since"]),
        ("?columns=city,kind", ["name", "city", "kind"]),
        ("?columns=kind,name,kind,spam", ["name", "kind"]),
        ("?columns=name", ["name"]),
        ("?columns=spam", ["name", "kind", "contact", "owner", "since"]),
    ],
)
def test_address_says_the_columns_and_their_order(coordinator, address, expected):
    assert keys(coordinator, address) == expected


def test_addresses_of_people_are_not_shown_to_a_viewer_who_is_told_so(coordinator, member, grocers):
    viewer = member(Role.VIEWER, coalition=grocers.coalition)
    address = "?columns=name,contact,contact_email,contact_phone"
    page = browse(viewer, address).content.decode()
    assert keys(viewer, address) == ["name", "contact"]
    assert "m@grocers.example" not in page
    assert "Your role does not see these columns" in page
    assert "E-mail of who speaks" not in choose(viewer).content.decode()
    assert "m@grocers.example" in browse(coordinator, address).content.decode()


def test_website_that_is_no_web_address_is_no_link(coordinator, grocers):
    Organisation.objects.update(website="javascript:alert(1)")
    page = browse(coordinator, "?columns=website").content.decode()
    assert 'href="javascript' not in page


# ---------------------------------------------------------------- choosing without a script


def test_columns_are_chosen_and_the_rest_of_the_address_is_kept(coordinator):
    answer = choose(
        coordinator, order="city,kind,owner", show=["kind", "city"], do="show", sector="Housing"
    )
    assert answer["Location"].endswith("/partners/?sector=Housing&columns=name%2Ccity%2Ckind")


def test_usual_columns_leave_the_address(coordinator):
    answer = choose(coordinator, order="city,kind", show=["city"], do="usual", kind="partner")
    assert answer["Location"].endswith("/partners/?kind=partner")


def shown(answer) -> list[tuple[str, bool]]:
    return [(pick.key, pick.is_shown) for pick in answer.context["picking"].picks]


def test_up_and_down_move_one_column_and_keep_the_ticks(coordinator):
    asked = {"order": "city,kind,owner", "show": ["owner"]}
    up = choose(coordinator, up="owner", **asked)
    assert shown(up)[:3] == [("city", False), ("owner", True), ("kind", False)]
    down = choose(coordinator, down="city", **asked)
    assert shown(down)[:3] == [("kind", False), ("city", False), ("owner", True)]
    assert shown(choose(coordinator, up="city", **asked))[0] == ("city", False)


def test_form_begins_with_the_columns_of_the_list(coordinator):
    picks = shown(choose(coordinator, columns="name,city,kind"))
    assert picks[:2] == [("city", True), ("kind", True)]
    assert {key for key, is_shown in picks if is_shown} == {"city", "kind"}
    assert len(picks) == len(COLUMNS) - 1
