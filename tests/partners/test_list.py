"""The partner list: what is found, in which order, and how many queries that takes."""

import html
import re
from datetime import date

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import ExternalIdentifier, Organisation, Term
from tests.conftest import MemberClient
from tests.factories import (
    AliasFactory,
    ClassificationFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    TermFactory,
)


def browse(client: MemberClient, address: str = "", **headers):
    return client.get(f"{reverse('partners:list', args=[client.slug])}{address}", headers=headers)


def names(client: MemberClient, address: str = "") -> list[str]:
    """The partners that the page shows, in its order."""
    return [row.name for row in browse(client, address).context["listing"].rows]


def add(client: MemberClient, name: str, **fields) -> Organisation:
    return OrganisationFactory(coalition=client.membership.coalition, name=name, **fields)


def tag(organisation: Organisation, vocabulary: str, name: str) -> None:
    term = TermFactory(coalition=organisation.coalition, vocabulary=vocabulary, name=name)
    ClassificationFactory(organisation=organisation, term=term)


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


# ---------------------------------------------------------------- order, pages, counts


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("name", ["a", "B", "Ç"]),
        ("-name", ["Ç", "B", "a"]),
        ("kind", ["B", "Ç", "a"]),
        ("-kind", ["a", "Ç", "B"]),
        ("since", ["B", "a", "Ç"]),
        ("-since", ["a", "B", "Ç"]),
        ("added", ["Ç", "a", "B"]),
        ("-added", ["B", "a", "Ç"]),
        ("owner", ["Ç", "a", "B"]),
        ("-owner", ["a", "Ç", "B"]),
        ("nonsense", ["a", "B", "Ç"]),
    ],
)
def test_order_puts_the_unknown_last_both_ways(coordinator, order, expected):
    coalition = coordinator.membership.coalition
    ann = MembershipFactory(coalition=coalition, person__full_name="Ann").person
    zoe = MembershipFactory(coalition=coalition, person__full_name="Zoe").person
    add(coordinator, "Ç", kind="prospect", owner=ann)
    add(coordinator, "a", kind="stakeholder", owner=zoe, since_on=date(2025, 1, 1))
    add(coordinator, "B", since_on=date(2024, 1, 1))
    assert names(coordinator, f"?sort={order}") == expected


def test_head_of_the_sorted_column_says_its_direction(coordinator):
    add(coordinator, "One")
    assert browse(coordinator, "?sort=-since").content.decode().count('aria-sort="descending"') == 1
    assert browse(coordinator).content.decode().count('aria-sort="ascending"') == 1


def many(client: MemberClient, number: int) -> None:
    """So many partners, each with a person and in the sector Housing."""
    coalition = client.membership.coalition
    housing = Term.objects.filter(coalition=coalition, name="Housing").first()
    housing = housing or TermFactory(coalition=coalition, name="Housing")
    for organisation in OrganisationFactory.create_batch(number, coalition=coalition):
        ContactFactory(organisation=organisation)
        ClassificationFactory(organisation=organisation, term=housing)


def test_pages_hold_fifty_and_the_last_the_rest(coordinator):
    many(coordinator, 60)
    first = names(coordinator)
    second = names(coordinator, "?page=2")
    assert (len(first), len(second)) == (50, 10)
    assert not set(first) & set(second)
    assert names(coordinator, "?page=99") == second
    assert names(coordinator, "?page=x") == first


def test_list_takes_the_same_queries_for_1_3_and_60_rows(coordinator, django_assert_num_queries):
    for number in (1, 2, 57):
        many(coordinator, number)
        for address in ("", "?q=organisation&sort=-since", "?sector=Housing&kind=partner"):
            with django_assert_num_queries(8):
                assert browse(coordinator, address).status_code == 200


def test_more_than_a_thousand_are_not_counted_further(coordinator):
    coalition = coordinator.membership.coalition
    Organisation.objects.bulk_create(
        Organisation(coalition=coalition, name=f"Partner {n}") for n in range(1001)
    )
    page = browse(coordinator).content.decode()
    assert "More than 1,000 partners" in page
    assert browse(coordinator, "?q=77").context["listing"].count == 11  # 77 and 770 to 779


# ---------------------------------------------------------------- the page


def test_row_shows_sectors_speaker_keeper_and_day(coordinator):
    ruth = coordinator.membership.person
    grocers = add(coordinator, "Northgate Grocers", owner=ruth, since_on=date(2024, 5, 1))
    tag(grocers, "sector", "Business")
    ContactFactory(organisation=grocers, name="Dev Patel", left_on=date(2025, 1, 1))
    ContactFactory(organisation=grocers, name="Pat Quigley", role="finance")
    ContactFactory(organisation=grocers, name="Marisol Ortega")
    (row,) = browse(coordinator).context["listing"].rows
    assert (row.beneath, row.value("contact"), row.value("owner"), row.value("since")) == (
        "Business",
        "Marisol Ortega",
        ruth.full_name,
        date(2024, 5, 1),
    )


def test_empty_list_begins_with_a_spreadsheet_for_those_who_may(coordinator, member):
    page = browse(coordinator).content.decode()
    assert "No partners yet" in page
    assert reverse("partners:import_start", args=[coordinator.slug]) in page
    viewer = member(Role.VIEWER)
    assert reverse("partners:add", args=[viewer.slug]) not in browse(viewer).content.decode()


def test_coalition_with_retired_partners_only_is_no_beginning(coordinator):
    add(coordinator, "Gone", retired_on=date(2026, 1, 1), retired_reason="Closed")
    assert "No partners yet" not in browse(coordinator).content.decode()


RESULTS = re.compile(r'<div id="results">.*?</table>', re.DOTALL)


def test_swap_equals_reload(coordinator):
    add(coordinator, "Northgate Grocers")
    swapped = browse(coordinator, "?q=north", **{"HX-Request": "true", "HX-Target": "results"})
    reloaded = browse(coordinator, "?q=north")
    assert RESULTS.findall(swapped.content.decode()) == RESULTS.findall(reloaded.content.decode())
    assert len(RESULTS.findall(reloaded.content.decode())) == 1


def test_partner_role_does_not_browse_the_list(member):
    assert browse(member(Role.PARTNER)).status_code == 403
