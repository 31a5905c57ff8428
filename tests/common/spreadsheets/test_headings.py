"""Finding the row of headings under titles, and a person's word about it."""

import pytest

from common.spreadsheets.table import UnreadableFile
from tests.common.spreadsheets.sheets import names_of, read_text, texts_of

BODY = "Name,City,E-mail,Since\nFood Bank,Elkton,a@b.org,2019\nClinic,Bel Air,c@d.org,2020\n"


@pytest.mark.parametrize(
    ("titles", "header_row"),
    [
        ("", 1),
        ("North Valley Coalition\n", 2),
        ("North Valley Coalition,,,\n,,,\nPartner list\n\n", 5),
        ("Exported on,2024-05-01,,\nBy,Ana,,\n", 3),
        ("A long sentence that explains what this list is for and who may see it.,,,\n", 2),
    ],
)
def test_headings_are_found_under_titles(tmp_path, titles, header_row):
    table = read_text(tmp_path, titles + BODY)
    assert (table.header_row, table.row_count) == (header_row, 2)
    assert names_of(table) == ["Name", "City", "E-mail", "Since"]


def test_headings_that_are_dates_are_found_above_short_marks(tmp_path):
    table = read_text(
        tmp_path,
        "Attendance,,,,\n,2021,,,\nMember,21.01.13,21.01.27,21.02.10,21.02.24\n"
        "Adobe,Y,Y,N,Y\nApple,N,Y,N,Y\nPixar,Y,Y,Y,Y\n",
    )
    assert table.header_row == 3


def test_known_headings_weigh_more_than_looks(tmp_path):
    text = "Group,Group B,Group C\nnombre,2,teléfono\nFood Bank,Elkton,410\n"
    assert read_text(tmp_path, text).header_row == 1
    known = {"nombre", "teléfono"}
    assert read_text(tmp_path, text, known_heading=known.__contains__).header_row == 2


def test_caller_names_the_heading_row(tmp_path):
    table = read_text(tmp_path, BODY, header_row=2)
    assert names_of(table) == ["Food Bank", "Elkton", "a@b.org", "2019"]
    assert texts_of(table) == [("Clinic", "Bel Air", "c@d.org", "2020")]


def test_caller_says_that_there_are_no_headings(tmp_path):
    table = read_text(tmp_path, "Food Bank,Elkton\nClinic,Bel Air\n", header_row=0)
    assert names_of(table) == ["Column A", "Column B"]
    assert texts_of(table) == [("Food Bank", "Elkton"), ("Clinic", "Bel Air")]


def test_caller_names_an_empty_row(tmp_path):
    table = read_text(tmp_path, "Title\n\nName,City\nA,x\n", header_row=2)
    assert names_of(table) == ["Column A", "Column B"]
    assert texts_of(table) == [("Name", "City"), ("A", "x")]


def test_caller_names_a_row_too_far_down(tmp_path):
    with pytest.raises(UnreadableFile, match="Row 9 cannot be the row of headings"):
        read_text(tmp_path, BODY, header_row=9)


def test_top_shows_the_first_rows_as_they_stand(tmp_path):
    table = read_text(tmp_path, "Partner list\n\n" + BODY)
    assert [(row.number, row.cells[0]) for row in table.top] == [
        (1, "Partner list"),
        (3, "Name"),
        (4, "Food Bank"),
        (5, "Clinic"),
    ]
