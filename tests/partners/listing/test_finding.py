"""Search and filters."""

import html
from datetime import date

import pytest

from accounts.permissions import Role
from partners.models import ExternalIdentifier, Term
from tests.conftest import MemberClient
from tests.factories import AliasFactory, ContactFactory, OrganisationFactory
from tests.partners.listing.browsing import add, browse, names, tag

# ---------------------------------------------------------------- search


@pytest.mark.parametrize(
    "typed", ["castaneda", "CASTAÑEDA", "Castañeda", "tañ", "family castaneda", "ca", "c"]
)
def test_search_finds_a_name_whatever_its_accents_case_and_word_order(coordinator, typed):
    add(coordinator, "Castañeda Family Fund")
    add(coordinator, "Northgate Grocers")
    assert names(coordinator, f"?q={typed}") == ["Castañeda Family Fund"]


def test_search_finds_alias_website_tag_and_identifier(coordinator):
    health = add(coordinator, "County Health", website="https://healthy.example")
    AliasFactory(organisation=health, name="CHD")
    tag(health, "tag", "Founding member")
    ExternalIdentifier.objects.create(
        coalition=health.coalition, organisation=health, scheme="EIN", value="52-1234567"
    )
    add(coordinator, "Northgate Grocers")
    for typed in ("chd", "healthy.example", "founding", "52-1234567"):
        assert names(coordinator, f"?q={typed}") == ["County Health"]


def test_search_does_not_find_by_sector_or_in_the_middle_for_two_letters(coordinator):
    tag(add(coordinator, "Alaska House"), "sector", "Housing")
    assert browse(coordinator, "?q=housing").context["listing"].count == 0
    assert names(coordinator, "?q=ka") == []
    assert names(coordinator, "?q=al") == ["Alaska House"]


def test_every_word_must_occur(coordinator):
    add(coordinator, "Northgate Grocers")
    add(coordinator, "Northgate School")
    assert names(coordinator, "?q=northgate+school") == ["Northgate School"]


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.STEERING])
@pytest.mark.parametrize("typed", ["Marisol", "m.ortega@grocers.example"])
def test_search_finds_by_contact_for_those_who_see_contact_details(member, role, typed):
    client = member(role)
    grocers = add(client, "Northgate Grocers")
    ContactFactory(organisation=grocers, name="Marisol Ortega", email="m.ortega@grocers.example")
    assert names(client, f"?q={typed}") == ["Northgate Grocers"]


@pytest.mark.parametrize("typed", ["Marisol", "Marisool", "m.ortega@grocers.example"])
def test_viewer_cannot_find_by_contact_even_nearly(member, typed):
    client = member(Role.VIEWER)
    grocers = add(client, "Northgate Grocers")
    ContactFactory(organisation=grocers, name="Marisol Ortega", email="m.ortega@grocers.example")
    answer = browse(client, f"?q={typed}")
    assert (answer.context["listing"].rows, answer.context["listing"].count) == ([], 0)


@pytest.mark.parametrize("typed", ["Northgte", "nortgate grocrs", "Norhtgate"])
def test_misspelt_word_shows_the_nearest_and_says_so(coordinator, typed):
    add(coordinator, "Northgate Grocers")
    add(coordinator, "Elm Park Transit")
    answer = browse(coordinator, f"?q={typed}")
    listing = answer.context["listing"]
    assert [row.name for row in listing.rows] == ["Northgate Grocers"]
    assert listing.is_nearest
    assert f"Nothing is called “{typed}”" in html.unescape(answer.content.decode())


def test_nearest_spelling_respects_the_filters(coordinator):
    add(coordinator, "Northgate Grocers", kind="prospect")
    assert names(coordinator, "?q=Northgte&kind=partner") == []
    assert names(coordinator, "?q=Northgte&kind=prospect") == ["Northgate Grocers"]


@pytest.mark.parametrize("typed", ["%25", "_", "100%25", "%27", "%5C", "%00", "(", "%5B", "*"])
def test_signs_of_patterns_are_searched_for_and_not_obeyed(coordinator, typed):
    add(coordinator, "Northgate Grocers")
    assert names(coordinator, f"?q={typed}x") == []
    assert browse(coordinator, f"?q={typed}").status_code == 200


def test_percent_sign_in_a_name_is_found(coordinator):
    add(coordinator, "100% Healthy")
    add(coordinator, "1000 Steps")
    assert names(coordinator, "?q=100%25") == ["100% Healthy"]


# ---------------------------------------------------------------- filters


@pytest.fixture
def two(coordinator) -> MemberClient:
    """Two partners that differ in everything by which one can filter."""
    ruth = coordinator.membership
    one = add(coordinator, "One", kind="partner", owner=ruth.person)
    other = add(coordinator, "Other", kind="stakeholder")
    add(coordinator, "Gone", retired_on=date(2026, 1, 1), retired_reason="Closed")
    ContactFactory(organisation=one)
    ContactFactory(organisation=other, left_on=date(2026, 1, 1))
    for vocabulary in ("sector", "population", "area", "language", "tag"):
        tag(one, vocabulary, f"{vocabulary} A")
        tag(other, vocabulary, f"{vocabulary} B")
    return coordinator


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", ["One", "Other"]),
        ("?kind=partner", ["One"]),
        ("?kind=partner&kind=stakeholder", ["One", "Other"]),
        *(
            (f"?{name}={name}+{letter}", [organisation])
            for name in ("sector", "population", "area", "language", "tag")
            for letter, organisation in (("A", "One"), ("B", "Other"))
        ),
        ("?sector=sector+A&sector=sector+B", ["One", "Other"]),
        ("?sector=sector+A&tag=tag+B", []),
        ("?sector=sector+A&kind=partner&owner=me&tag=tag+A", ["One"]),
        ("?sector=nothing+like+it", []),
        ("?owner=me", ["One"]),
        ("?owner=none", ["Other"]),
        ("?owner=me&owner=none", ["One", "Other"]),
        ("?owner=nonsense", []),
        ("?owner=99999999999999999999", []),
        ("?people=none", ["Other"]),
        ("?retired=only", ["Gone"]),
        ("?retired=too", ["Gone", "One", "Other"]),
        ("?q=on&kind=stakeholder", []),
    ],
)
def test_filters_combine(two, address, expected):
    assert names(two, address) == expected


def test_filter_by_another_members_id(two):
    person = two.membership.person
    assert names(two, f"?owner={person.pk}") == ["One"]


def test_chosen_filters_are_chips_that_can_be_taken_off(two):
    page = browse(two, "?sector=sector+A&kind=partner").content.decode()
    assert 'href="?kind=partner"' in page
    assert 'href="?sector=sector+A"' in page


def test_value_that_is_no_longer_offered_is_shown_so_that_it_can_be_taken_off(two):
    assert "Long gone" in browse(two, "?sector=Long+gone").content.decode()


def test_list_without_entries_has_no_chip(two):
    shown = [each.name for each in browse(two).context["listing"].filters]
    Term.objects.filter(vocabulary="language").update(vocabulary="tag")
    fewer = [each.name for each in browse(two).context["listing"].filters]
    assert [name for name in shown if name not in fewer] == ["language"]


def test_own_coalition_is_searched_only(coordinator):
    OrganisationFactory(name="Northgate Grocers")
    assert names(coordinator, "?q=northgate") == []
