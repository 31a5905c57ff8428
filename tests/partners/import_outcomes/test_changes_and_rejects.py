"""What an import changes, and what it rejects."""

import pytest

from partners.models import Classification, Organisation
from tests.factories import ContactFactory, MembershipFactory, OrganisationFactory, TermFactory
from tests.partners.importing import applied, checked, csv_text, decide, outcomes, row

pytestmark = pytest.mark.django_db


# ---------------------------------------------------------------- changes


def test_update_fills_adds_and_shows_before_and_after_but_never_erases(coordinator, coalition):
    oak = OrganisationFactory(
        coalition=coalition, name="Oak Hill", description="Visits.", website="https://old.example"
    )
    ContactFactory(
        organisation=oak, name="Ana Ruiz", title="", email="ana@oak.example", phone="1234567"
    )
    run = applied(
        coordinator,
        csv_text(
            ["Name", "Description", "Website", "Contact", "Title", "Agency phone"],
            ["Oak Hill", "", "https://new.example", "Ana Ruiz", "Director", "4105550100"],
        ),
    )
    assert row(run, 2).changes == [
        ["website", "https://old.example", "https://new.example"],
        ["phone", "", "4105550100"],
        ["contact_title", "", "Ana Ruiz: Director"],
    ]
    oak.refresh_from_db()
    assert (oak.description, oak.website) == ("Visits.", "https://new.example")
    contact = oak.contacts.get()
    assert (contact.title, contact.phone) == ("Director", "1234567")


def test_keep_ours_for_all_keeps_what_differs_and_still_fills(coordinator, coalition):
    OrganisationFactory(coalition=coalition, name="Oak Hill", website="https://old.example")
    text = csv_text(["Name", "Website", "Description"], ["Oak Hill", "new.example", "Visits."])
    run = checked(coordinator, text)
    decide(coordinator, run, do="keep_ours")
    assert row(run, 2).changes == [["description", "", "Visits."]]
    decide(coordinator, run, do="apply")
    assert Organisation.objects.get().website == "https://old.example"


def test_unknown_sector_is_added_mapped_or_left_out_as_the_person_says(coordinator, coalition):
    health = TermFactory(coalition=coalition, name="Health care")
    text = csv_text(["Name", "Sectors"], ["Oak Hill", "Helth; Food; Legal; health  CARE"])
    told = {"word-sector-helth": str(health.pk), "word-sector-legal": "skip"}
    run = applied(coordinator, text, **told)
    carried = [c.term.name for c in Classification.objects.order_by("term__name")]
    assert carried == ["Food", "Health care"]
    assert run.unknown_terms == {"sector": {"Helth": 1, "Food": 1, "Legal": 1}}


def test_owner_is_a_member_of_the_coalition(coordinator, coalition):
    owner = MembershipFactory(coalition=coalition).person
    applied(
        coordinator, csv_text(["Name", "Owner"], ["Oak", owner.email], ["Elm", "x@else.example"])
    )
    assert [o.owner for o in Organisation.objects.order_by("pk")] == [owner, None]


# ---------------------------------------------------------------- rejected


@pytest.mark.parametrize(
    ("heading", "cell", "right", "reason"),
    [
        ("Email", "ana@nowhere", "a@b.co", "“ana@nowhere” is not an e-mail address."),
        ("Since", "31/02/2025", "2025-02-28", "“31/02/2025” is not a date."),
        ("Partner type", "enemy", "prospect", "“enemy” is not a kind that we know."),
        ("City", "x" * 121, "Elm", "Too long: 121 letters, and there is room for 120."),
    ],
)
def test_row_is_rejected_with_the_reason_and_the_cell(coordinator, heading, cell, right, reason):
    run = checked(
        coordinator, csv_text(["Name", heading], ["Oak", cell], ["Elm", ""], ["Ash", right])
    )
    rejected = row(run, 2)
    assert (rejected.outcome, rejected.reason, rejected.column) == ("rejected", reason, heading)


def test_row_without_a_name_is_rejected(coordinator):
    run = checked(coordinator, csv_text(["Name", "Phone"], ["", "4105550100"], ["Elm", ""]))
    assert (row(run, 2).outcome, row(run, 2).column) == ("rejected", "Name")


def test_row_without_email_and_phone_is_not_rejected(coordinator):
    assert outcomes(checked(coordinator, csv_text(["Name"], ["Oak"]))) == ["new"]


def test_wrong_cell_can_be_dropped_instead_of_the_row(coordinator):
    run = applied(coordinator, csv_text(["Name", "Email"], ["Oak", "a@b"]), leaves_out="cell")
    assert outcomes(run) == ["new"]
    assert row(run, 2).notes == [["Email", "“a@b” is not an e-mail address."]]


def test_wrong_phone_loses_the_cell_and_says_so(coordinator):
    run = checked(
        coordinator, csv_text(["Name", "Phone"], ["Oak", "unlisted"], ["Elm", "4105550100"])
    )
    assert row(run, 2).notes == [["Phone", "“unlisted” was left out: it is not a phone number."]]
