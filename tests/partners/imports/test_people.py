"""A list with one row for each person: everybody keeps the address and number of their own row."""

import pytest

from partners.models import Contact, Organisation
from tests.partners.importing import applied, checked, csv_text

pytestmark = pytest.mark.django_db
HEADINGS = ["Organization", "Contact", "E-mail", "Phone"]


def people() -> list[tuple[str, str, str]]:
    return [(c.name, c.email, c.phone) for c in Contact.objects.order_by("name")]


def test_everybody_of_one_school_keeps_their_own_address_and_number(coordinator):
    rows = [
        ["Oak School", "Al Ash", "al@oak.example", "(410) 555-0101"],
        ["Oak School", "Be Birch", "be@oak.example", "(410) 555-0102"],
        ["Oak School", "Ga Gorse", "ga@oak.example", "(410) 555-0103"],
    ]
    applied(coordinator, csv_text(HEADINGS, *rows))
    school = Organisation.objects.get()
    assert people() == [tuple(row[1:]) for row in rows]
    assert (school.email, school.phones.count()) == ("", 0)


def test_list_brought_in_again_changes_nothing(coordinator):
    text = csv_text(HEADINGS, ["Oak School", "Al Ash", "al@oak.example", "(410) 555-0101"])
    applied(coordinator, text)
    assert checked(coordinator, text).counts == {"unchanged": 1}


def test_row_without_a_person_gives_its_address_to_the_organisation(coordinator):
    rows = [["Oak", "Al Ash", "al@oak.example", ""], ["Elm", "", "elm@elm.example", ""]]
    applied(coordinator, csv_text(HEADINGS, *rows))
    assert Organisation.objects.get(name="Elm").email == "elm@elm.example"


@pytest.mark.parametrize(
    ("headings", "email"),
    [
        (["Organization", "Contact", "E-mail"], "al@oak.example"),
        (["Organization", "Contact", "E-mail"], "info@oak.example"),
        (["Organization", "Contact", "Agency e-mail"], "al@oak.example"),
        (["Organization", "E-mail", "Contact"], "al@oak.example"),
    ],
)
def test_whose_address_a_column_holds(coordinator, headings, email):
    told = {"Organization": "Oak", "Contact": "Al Ash"}
    run = checked(coordinator, csv_text(headings, [told.get(each, email) for each in headings]))
    is_person = headings[-1] == "E-mail" and email.startswith("al@")
    keys = [run.columns_by_position[position] for position in range(3)]
    assert ("contact_email" in keys) == is_person


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        ("", [("Al Ash", "al@oak.example"), ("Be Birch", "be@oak.example"), ("Ga Gorse", "")]),
        ("ga@oak.example; be@oak.example",
         [("Al Ash", "al@oak.example"), ("Be Birch", "be@oak.example"), ("Ga Gorse", "ga@oak.example")]),
    ],
)  # fmt: skip
def test_several_with_their_addresses_in_one_cell_are_each_a_contact(coordinator, beside, expected):
    cell = "Al Ash <al@oak.example>, Be Birch (be@oak.example); Ga Gorse"
    applied(coordinator, csv_text(["Organization", "Contact", "E-mail"], ["Oak", cell, beside]))
    assert [(name, email) for name, email, _phone in people()] == expected
