"""A row is recognised as the search for duplicates does: by initials, near hosts and streets, other names."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Coalition
from partners.models import Address, Phone
from tests.factories import AliasFactory, OrganisationFactory
from tests.partners.importing import checked, csv_text, outcomes, row

pytestmark = pytest.mark.django_db


@pytest.fixture
def coalition(coordinator) -> Coalition:
    return coordinator.membership.coalition


PLACE = ["Name", "Website", "Street", "City", "State", "Zip"]


def test_row_that_is_the_initials_of_a_partner_is_asked(coordinator, coalition):
    OrganisationFactory(coalition=coalition, name="National Alliance on Mental Illness")
    run = checked(coordinator, csv_text(["Name"], ["NAMI"]))
    assert (outcomes(run), row(run, 2).reason) == (
        ["duplicate"],
        "One name is the initials of the other.",
    )


def test_row_whose_initials_a_partner_goes_by_is_asked(coordinator, coalition):
    known = OrganisationFactory(coalition=coalition, name="CLCHC")
    run = checked(coordinator, csv_text(["Name"], ["Cedar Lane Community Health Center"]))
    assert (outcomes(run), row(run, 2).organisation) == (["duplicate"], known)


def test_row_with_nearly_the_same_host_is_asked(coordinator, coalition):
    OrganisationFactory(coalition=coalition, name="Ideal Option", website="idealoption.com")
    run = checked(coordinator, csv_text(PLACE[:2], ["Ial Option", "https://idealoption.org"]))
    assert (outcomes(run), row(run, 2).reason) == (
        ["duplicate"],
        "The names resemble each other. Nearly the same web address: idealoption.com.",
    )


def test_row_with_nearly_the_same_street_is_asked(coordinator, coalition):
    known = OrganisationFactory(coalition=coalition, name="Ideal Option")
    Address.objects.create(
        coalition=coalition, organisation=known, street="1500 N State St", city="Elm",
        region="WA", postcode="98225",
    )  # fmt: skip
    place = ["Ial Option", "", "1500 N Stale St", "Elm", "WA", "98225"]
    run = checked(coordinator, csv_text(PLACE, place))
    assert outcomes(run) == ["duplicate"]
    assert "Nearly the same street: 1500 n sta" in row(run, 2).reason


def test_rows_of_one_file_with_nearly_the_same_host_are_asked(coordinator):
    rows = [["Ideal Option", "idealoption.com"], ["Ial Option", "idealoption.org"]]
    run = checked(coordinator, csv_text(PLACE[:2], *rows))
    assert (outcomes(run), row(run, 3).same_as) == (["new", "duplicate"], 2)


def test_nearly_the_same_host_alone_asks_nothing(coordinator, coalition):
    OrganisationFactory(coalition=coalition, name="Quince Bakery", website="idealoption.com")
    run = checked(coordinator, csv_text(PLACE[:2], ["Zephyr Sailing", "idealoption.org"]))
    assert outcomes(run) == ["new"]


def test_alias_of_a_partner_is_compared(coordinator, coalition):
    alias = AliasFactory(
        organisation__coalition=coalition,
        organisation__name="Riverbend",
        name="North Shore Family Clinic",
    )
    run = checked(coordinator, csv_text(["Name"], ["North Shore Famly Clinic"]))
    assert (outcomes(run), row(run, 2).organisation) == (["duplicate"], alias.organisation)
    assert row(run, 2).reason == "One is also known as “North Shore Famly Clinic”."


def test_phone_that_three_partners_share_speaks_for_the_one_of_a_near_name(coordinator, coalition):
    for name in ("Ideal Option", "Quince Bakery", "Maple Garage"):
        known = OrganisationFactory(coalition=coalition, name=name)
        Phone.objects.create(coalition=coalition, organisation=known, number="(410) 555-0100")
    run = checked(coordinator, csv_text(["Name", "Phone"], ["Ial Option", "410-555-0100"]))
    assert (outcomes(run), row(run, 2).organisation.name) == (["duplicate"], "Ideal Option")


def test_phone_of_a_whole_block_of_offices_speaks_for_nobody(coordinator, coalition):
    for name in ("Ideal Option", "Quince", "Maple", "Zephyr", "Cobalt", "Juniper"):
        known = OrganisationFactory(coalition=coalition, name=name)
        Phone.objects.create(coalition=coalition, organisation=known, number="(410) 555-0100")
    run = checked(coordinator, csv_text(["Name", "Phone"], ["Ial Option", "410-555-0100"]))
    assert outcomes(run) == ["new"]


def test_more_rows_need_no_more_queries_to_be_compared(coordinator, coalition):
    for number in range(8):
        OrganisationFactory(coalition=coalition, name=f"Ideal{'abcdefgh'[number]} Option Center")
    needed = []
    for rows in (1, 2, 6):  # the first time, much is asked that is kept
        names = [[f"Ideal{'abcdefgh'[number]} Optien Center"] for number in range(rows)]
        with CaptureQueriesContext(
            connection,
        ) as queries:
            checked(coordinator, csv_text(["Name"], *names))
        needed.append(sum("import_" in query["sql"] for query in queries))
    assert needed[1] == needed[2] > 0
