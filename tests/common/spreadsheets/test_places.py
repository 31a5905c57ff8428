"""Where the list stands in a file: on which sheet, beneath how many rows of headings, or beneath none."""

import pytest

from common.spreadsheets.reading import read

KNOWN = {"organization", "contact", "e-mail", "primary contact"}


def known(heading: str) -> bool:
    return heading.casefold() in KNOWN


@pytest.fixture
def workbook(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")

    def make(sheets: dict[str, list[list[str]]], *, merged: tuple[str, ...] = ()):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
            for area in merged:
                sheet.merge_cells(area)
        path = tmp_path / "list.xlsx"
        book.save(path)
        return path

    return make


LIST = [["Organization", "E-mail"], ["Oak Hill", "a@oak.example"]]


def test_sheet_that_looks_like_the_list_is_read_before_the_one_in_front(workbook):
    path = workbook(
        {"Read me": [["Before you begin", ""], ["Ask Ana", "room 5"]], "Partners": LIST}
    )
    table = read(path, name="list.xlsx", known_heading=known)
    assert (table.sheet, table.sheets) == ("Partners", ("Read me", "Partners"))


def test_first_sheet_is_read_where_no_heading_is_known(workbook):
    path = workbook({"One": [["A", "B"], ["1", "2"]], "Two": [["C", "D"], ["3", "4"]]})
    assert read(path, name="list.xlsx", known_heading=known).sheet == "One"


def test_headings_beneath_merged_ones_say_of_whom_they_tell(workbook):
    rows = [
        ["Organization", "Primary contact", "", "Secondary contact", ""],
        ["", "Name", "E-mail", "Name", "E-mail"],
        ["Oak Hill", "Ana Ruiz", "a@oak.example", "Bo Hu", "b@oak.example"],
        ["Elm Park", "Cy Day", "c@elm.example", "Di Fox", "d@elm.example"],
    ]
    path = workbook({"List": rows}, merged=("A1:A2", "B1:C1", "D1:E1"))
    table = read(path, name="list.xlsx", header_row=2)
    assert [column.name for column in table.columns] == [
        "Organization",
        "Primary contact Name",
        "Primary contact E-mail",
        "Secondary contact Name",
        "Secondary contact E-mail",
    ]


def test_title_over_the_whole_table_is_no_heading(workbook):
    rows = [["Our partners", ""], ["Organization", "E-mail"], ["Oak Hill", "a@oak.example"]]
    path = workbook({"List": rows}, merged=("A1:B1",))
    table = read(path, name="list.xlsx", known_heading=known)
    assert [column.name for column in table.columns] == ["Organization", "E-mail"]


def test_row_with_an_address_in_it_is_content_and_not_headings(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Oak Hill,a@oak.example\r\nElm Park,e@elm.example\r\n")
    table = read(path, name="list.csv", known_heading=known)
    assert (table.header_row, table.row_count) == (0, 2)
