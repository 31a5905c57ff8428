"""What single cells and headings say."""

from datetime import date

import pytest
from django.utils import translation
from django.utils.formats import date_format

from partners.imports.mapping import by_heading
from partners.imports.people import named_with_addresses, split_beside, split_names
from partners.imports.values import (
    BadCell,
    DateOrder,
    day,
    emails,
    one_line,
    phones,
    postcode,
    website,
    words,
)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("organization_name", "name"),
        ("Grantee", "name"),
        ("Organizaton Name", "name"),
        ("Nombre de la organización", "name"),
        ("organization_id", "external_id"),
        ("row_id", ""),
        ("Sectors", "sector"),
        ("Código Postal", "postcode"),
        ("Zip Code", "postcode"),
        ("Agency Phone", "phone"),
        ("E-mail", "email"),
        ("Correo electrónico", "email"),
        ("Contact 1 name", "contact_name"),
        ("Contact 2 Name", "contact_name#2"),
        ("Contact 2 e-mail", "contact_email#2"),
        ("Address 2", "street_2"),
        ("County", "area"),
        ("Country", ""),
        ("Fiscal Year", ""),
        ("Amount", ""),
    ],
)
def test_heading_names_its_field(heading, field):
    assert by_heading(heading) == field


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Shirley Foulks/Phil Gray", ["Shirley Foulks", "Phil Gray"]),
        ("J.B. Redding/ Lisa Wasmer", ["J.B. Redding", "Lisa Wasmer"]),
        ("Ana Ruiz; Bob Stone", ["Ana Ruiz", "Bob Stone"]),
        ("Ana Ruiz\nBob Stone", ["Ana Ruiz", "Bob Stone"]),
        ("Mary Richardson & Bernice Merritt", ["Mary Richardson", "Bernice Merritt"]),
        ("Ana Ruiz, Bob Stone", ["Ana Ruiz", "Bob Stone"]),
        ("Carolyn & Larry Conway", ["Carolyn & Larry Conway"]),
        ("Edward C. Adams, Jr.", ["Edward C. Adams, Jr."]),
        ("E. Albert Reece, MD, PhD, MBA", ["E. Albert Reece, MD, PhD, MBA"]),
        ("Conway, Larry", ["Conway, Larry"]),
        ("Rosalind Ames, Executive Director", ["Rosalind Ames, Executive Director"]),
        ("Jarvia L. Fishell,", ["Jarvia L. Fishell"]),
        ("n/a", []),
    ],
)
def test_people_in_one_cell_are_parted_only_when_sure(cell, names):
    assert split_names(cell) == names


@pytest.mark.parametrize(
    ("cell", "pairs"),
    [
        ("Ana Ruiz <ana@x.org>", [("Ana Ruiz", "ana@x.org")]),
        (
            "Eve Fox (Director) eve@x.org, Gus Hay <gus@x.org>",
            [("Eve Fox (Director)", "eve@x.org"), ("Gus Hay", "gus@x.org")],
        ),
        ("Ana Ruiz: ana@x.org\nBob Stone", [("Ana Ruiz", "ana@x.org"), ("Bob Stone", "")]),
        ("Ana Ruiz; Bob Stone (bob@x.org)", [("Ana Ruiz", ""), ("Bob Stone", "bob@x.org")]),
        ("ana@x.org", [("", "ana@x.org")]),
        ("Ana Ruiz @home", [("Ana Ruiz @home", "")]),
    ],
)
def test_address_behind_a_name_is_that_persons(cell, pairs):
    assert named_with_addresses(cell) == pairs


def test_title_stays_whole_beside_one_name():
    assert split_beside("President/CEO", count=1) == ["President/CEO"]


def test_titles_are_parted_beside_as_many_names():
    assert split_beside("President/Treasurer", count=2) == ["President", "Treasurer"]


def test_emails_of_a_cell_are_each_told_once():
    cell = "Ana <a@x.org>; b@x.org, A@X.org\nmailto:c@x.org"
    assert emails(cell) == ["a@x.org", "b@x.org", "c@x.org"]


@pytest.mark.parametrize("cell", ["a@x", "a@@x.org", "ask the office"])
def test_email_that_is_none_is_a_bad_cell(cell):
    with pytest.raises(BadCell):
        emails(cell)


@pytest.mark.parametrize("cell", ["", "n/a", "-", "none"])
def test_nothing_is_no_email(cell):
    assert emails(cell) == []


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("(410) 555-0100 x12", ["(410) 555-0100 x12"]),
        ("410-555-0100; 410-555-0101", ["410-555-0100", "410-555-0101"]),
        ("410-555-0100/0101", ["410-555-0100/0101"]),
        ("410-555-0100 or 211", ["410-555-0100", "211"]),
        ("410-555-0100, ext. 12", ["410-555-0100, ext. 12"]),
        ("+1-410-555-0100;ext=5", ["+1-410-555-0100;ext=5"]),
        ("410-555-0100 / x12", ["410-555-0100 / x12"]),
        ("+1 410 555 0100, (410) 555-0100", ["(410) 555-0100"]),
    ],
)
def test_phones_of_a_cell(cell, numbers):
    assert phones(cell) == numbers


@pytest.mark.parametrize(
    ("cell", "address"),
    [
        ("arc.org", "https://arc.org"),
        ("http://www.arc.org/about ", "http://www.arc.org/about"),
        ("www.arc.org; www.arc.net", "https://www.arc.org"),
        ("n/a", ""),
    ],
)
def test_website_of_a_cell(cell, address):
    assert website(cell) == address


@pytest.mark.parametrize("cell", ["javascript:alert(1)", "see Facebook", "file:///etc/passwd"])
def test_website_that_no_browser_should_open_is_a_bad_cell(cell):
    with pytest.raises(BadCell):
        website(cell)


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("2021-03-01", "2021-03-01"),
        ("2021-03-01 00:00:00", "2021-03-01"),
        ("3/1/2021", "2021-03-01"),
        ("March 1, 2021", "2021-03-01"),
        ("March 2021", "2021-03-01"),
        ("Mar. 1, 2021", "2021-03-01"),
        ("1 de marzo de 2021", "2021-03-01"),
        ("1 mar 2021", "2021-03-01"),
        ("el 1 de Mar. del 2021", "2021-03-01"),
        ("marzo de 2021", "2021-03-01"),
        ("SEPT. 2021", "2021-09-01"),
        ("2021", "2021-01-01"),
    ],
)
def test_day_of_a_cell(cell, iso):
    assert day(cell, order=DateOrder()).isoformat() == iso


def test_day_first_where_the_file_writes_so():
    assert day("31.12.2021", order=DateOrder(day_first=True)).isoformat() == "2021-12-31"


@pytest.mark.parametrize("month", range(1, 13))
def test_month_is_read_as_we_write_it_in_spanish(month):
    told = date(2021, month, 1)
    with translation.override("es"):
        cells = [date_format(told, "j \\d\\e F \\d\\e Y"), date_format(told, "j M Y")]
    assert [day(cell, order=DateOrder()) for cell in cells] == [told, told]


@pytest.mark.parametrize("cell", ["31/02/2025", "soon", "0021-01-01", "5 de marzo", "de 5 marso"])
def test_day_that_is_none_is_a_bad_cell(cell):
    with pytest.raises(BadCell):
        day(cell, order=DateOrder())


def test_words_keep_a_comma_that_belongs_to_a_known_entry():
    known = frozenset({"state, local or tribal government"})
    assert words("State, local or tribal government; Food, Faith", known=known) == [
        "State, local or tribal government",
        "Food",
        "Faith",
    ]


def test_postcode_gets_back_what_a_spreadsheet_took():
    assert [postcode("2139"), postcode("21215.0"), postcode("21215-0390")] == [
        "02139",
        "21215",
        "21215-0390",
    ]


def test_one_line_has_no_outer_doubled_or_invisible_characters():
    assert one_line("  The\u200b  Arc\xa0 of\nBaltimore ") == "The Arc of Baltimore"
