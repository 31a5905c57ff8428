"""Order, pages, counts, and the page itself."""

import re
from datetime import date

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Organisation, Term
from tests.conftest import MemberClient
from tests.factories import (
    ClassificationFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    TermFactory,
)
from tests.partners.listing.browsing import add, browse, names, tag

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
            with django_assert_num_queries(7):
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
