"""Whether a person wants letters, as spreadsheets say it."""

import pytest

from partners.imports.letters import read_wish
from partners.imports.values import BadCell
from partners.models import Contact
from tests.factories import ContactFactory, OrganisationFactory
from tests.partners.importing import applied, checked, csv_text, row, undone, uploaded

HEADINGS = ["Name", "Contact name", "Wants no letters"]


def dev(client, **fields) -> Contact:
    acorn = OrganisationFactory(coalition=client.membership.coalition, name="Acorn")
    return ContactFactory(organisation=acorn, name="Dev Patel", **fields)


@pytest.mark.parametrize(
    ("cell", "wish"),
    [("yes", True), ("Sí", True), ("Unsubscribed", True), ("no", False), ("", None)],
)
def test_cell_tells_the_wish(cell, wish):
    assert read_wish(cell) is wish


def test_cell_that_tells_no_wish_is_refused():
    with pytest.raises(BadCell):
        read_wish("moved away")


@pytest.mark.parametrize(
    "heading", ["Do not mail", "Contact 1 wants no letters", "Unsubscribed", "No quiere cartas"]
)
def test_column_is_known_by_its_heading(coordinator, heading):
    text = csv_text(["Name", "Contact name", heading], ["Acorn", "Dev Patel", "yes"])
    assert uploaded(coordinator, text).columns_by_position[2] == "contact_no_letters"


def test_wish_is_shown_first_then_brought_in_and_taken_back(coordinator):
    person = dev(coordinator)
    text = csv_text(HEADINGS, ["Acorn", "Dev Patel", "yes"])
    run = checked(coordinator, text)
    assert row(run, 2).changes == [["contact_no_letters", "", "Dev Patel: Yes"]]
    person.refresh_from_db()
    assert not person.wants_no_letters
    run = applied(coordinator, text)
    person.refresh_from_db()
    assert person.wants_no_letters
    undone(coordinator, run)
    person.refresh_from_db()
    assert not person.wants_no_letters


def test_file_puts_nobody_back_on_a_list_and_says_so(coordinator):
    person = dev(coordinator, wants_no_letters=True)
    run = applied(coordinator, csv_text(HEADINGS, ["Acorn", "Dev Patel", "no"]))
    assert "Dev Patel told us that they want no letters." in row(run, 2).notes[0][1]
    person.refresh_from_db()
    assert person.wants_no_letters


def test_wish_of_one_of_two_is_theirs_alone(coordinator):
    text = csv_text(HEADINGS, ["Acorn", "Dev Patel; Ana Ruiz", "no; yes"])
    applied(coordinator, text)
    told = dict(Contact.objects.values_list("name", "wants_no_letters"))
    assert told == {"Dev Patel": False, "Ana Ruiz": True}


def test_one_wish_beside_two_people_is_left_out_with_a_note(coordinator):
    run = applied(coordinator, csv_text(HEADINGS, ["Acorn", "Dev Patel; Ana Ruiz", "yes"]))
    assert "it stands beside several people" in row(run, 2).notes[0][1]
    assert not Contact.objects.filter(wants_no_letters=True).exists()


def test_dry_run_says_which_new_people_want_none(coordinator):
    run = checked(coordinator, csv_text(HEADINGS, ["Acorn", "Dev Patel", "yes"]))
    page = coordinator.get(run.get_absolute_url()).content.decode()
    assert "Dev Patel (wants no letters)" in page
