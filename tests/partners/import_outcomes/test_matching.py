"""Matching."""

import pytest

from partners.models import ExternalIdentifier
from tests.factories import AliasFactory, ContactFactory, OrganisationFactory
from tests.partners.importing import applied, checked, csv_text, outcomes, row

pytestmark = pytest.mark.django_db


def test_row_is_matched_by_identifier_and_renames(coordinator, coalition):
    oak = OrganisationFactory(coalition=coalition, name="Oak Hill")
    ExternalIdentifier.objects.create(
        coalition=coalition, organisation=oak, scheme="EIN", value="52-1"
    )
    run = applied(coordinator, csv_text(["EIN", "Name"], ["52-1", "Oak Hill Seniors"]))
    assert outcomes(run) == ["update"]
    assert row(run, 2).reason == "Same number in “EIN”: 52-1."
    oak.refresh_from_db()
    assert oak.name == "Oak Hill Seniors"
    assert [a.name for a in oak.aliases.all()] == ["Oak Hill"]


@pytest.mark.parametrize("address", ["hello@oak.example", "HELLO@Oak.example"])
def test_row_is_matched_by_email(coordinator, coalition, address):
    OrganisationFactory(coalition=coalition, name="Oak Hill Seniors", email="hello@oak.example")
    run = checked(coordinator, csv_text(["Name", "Email"], ["Oak Hill", address]))
    assert outcomes(run) == ["update"]
    assert row(run, 2).reason == "Same e-mail address: hello@oak.example."


def test_row_is_matched_by_the_email_of_a_contact(coordinator, coalition):
    contact = ContactFactory(
        organisation__coalition=coalition, organisation__name="Oak Hill", email="ana@oak.example"
    )
    run = checked(coordinator, csv_text(["Name", "Email"], ["Oak Hill Seniors", "ana@oak.example"]))
    assert row(run, 2).organisation == contact.organisation


def test_row_is_matched_by_web_domain(coordinator, coalition):
    OrganisationFactory(
        coalition=coalition, name="Riverbend Food Bank", website="https://www.riverbend.example/"
    )
    run = checked(
        coordinator,
        csv_text(["Name", "Web"], ["Riverbend Foodbank Inc", "riverbend.example/about"]),
    )
    assert outcomes(run) in (["update"], ["unchanged"])


@pytest.mark.parametrize("name", ["Oak Hill, Inc.", "The OAK HILL", "Oak  Hill", "Oak Hill, The"])
def test_row_is_matched_by_name_however_it_is_written(coordinator, coalition, name):
    OrganisationFactory(coalition=coalition, name="Oak Hill")
    run = checked(coordinator, csv_text(["Name", "Phone"], [name, "4105550100"]))
    assert (outcomes(run), row(run, 2).reason) == (["update"], "Same name.")


def test_row_is_matched_by_alias(coordinator, coalition):
    alias = AliasFactory(organisation__coalition=coalition, name="OHS")
    run = checked(coordinator, csv_text(["Name", "Phone"], ["ohs", "4105550100"]))
    assert row(run, 2).organisation == alias.organisation


def test_row_is_not_matched_with_another_coalitions_partner(coordinator):
    OrganisationFactory(name="Oak Hill")
    assert outcomes(checked(coordinator, csv_text(["Name"], ["Oak Hill"]))) == ["new"]


@pytest.mark.parametrize(
    "shared", ["https://gmail.com", "https://www.facebook.com/one", "https://health.state.md.us"]
)
def test_host_that_many_use_matches_nobody(coordinator, coalition, shared):
    OrganisationFactory(coalition=coalition, name="Quince Bakery", website=shared)
    run = checked(coordinator, csv_text(["Name", "Website"], ["Zephyr Sailing", shared]))
    assert outcomes(run) == ["new"]


def test_domain_of_two_partners_matches_neither(coordinator, coalition):
    for name in ("Quince Bakery", "Maple Garage"):
        OrganisationFactory(coalition=coalition, name=name, website="https://mall.example")
    run = checked(coordinator, csv_text(["Name", "Website"], ["Zephyr Sailing", "mall.example"]))
    assert outcomes(run) == ["new"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Baltimore City Health Department", "Baltimore County Health Department"),
        ("University of Maryland", "University of Maryland at Baltimore"),
        ("Local 88 Warehouse Workers", "Local 99 Warehouse Workers"),
    ],
)
def test_look_alikes_are_never_merged_unasked(coordinator, coalition, ours, theirs):
    OrganisationFactory(coalition=coalition, name=ours, website="https://same.example")
    run = checked(coordinator, csv_text(["Name", "Website"], [theirs, "https://same.example"]))
    assert outcomes(run)[0] in {"duplicate", "new"}


def test_look_alikes_within_a_file_are_never_merged_unasked(coordinator):
    rows = [["Baltimore City Health Department"], ["Baltimore County Health Department"]]
    assert outcomes(checked(coordinator, csv_text(["Name"], *rows))) == ["new", "new"]


def test_same_email_under_another_name_is_asked(coordinator, coalition):
    OrganisationFactory(coalition=coalition, name="Quince Bakery", email="bob@mail.example")
    run = checked(coordinator, csv_text(["Name", "Email"], ["Zephyr Sailing", "bob@mail.example"]))
    assert (outcomes(run), row(run, 2).reason) == (
        ["duplicate"],
        "Same e-mail address: bob@mail.example. But the names differ.",
    )


def test_same_name_with_another_number_is_asked(coordinator, coalition):
    oak = OrganisationFactory(coalition=coalition, name="Oak Hill")
    ExternalIdentifier.objects.create(
        coalition=coalition, organisation=oak, scheme="EIN", value="1"
    )
    run = checked(coordinator, csv_text(["EIN", "Name"], ["2", "Oak Hill"]))
    assert outcomes(run) == ["duplicate"]


def test_misspelt_name_is_asked(coordinator, coalition):
    OrganisationFactory(coalition=coalition, name="Chase Brexton Health Services")
    run = checked(coordinator, csv_text(["Name"], ["Chase Braxton Health Service"]))
    assert (outcomes(run), row(run, 2).reason) == (["duplicate"], "The names are alike.")
