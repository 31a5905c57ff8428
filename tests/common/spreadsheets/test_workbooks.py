"""Reading XLSX and ODS as people really have them."""

import datetime as dt
import json
import sys
from subprocess import Popen

import pytest

from common.spreadsheets import workbook_process
from common.spreadsheets.reading import read
from common.spreadsheets.table import STANDARD_LIMITS, Row, UnreadableFile
from tests.common.spreadsheets.sheets import (
    PARTNERS,
    make_ods,
    make_xlsx,
    names_of,
    ods_row,
    ods_text,
    ods_value,
    texts_of,
)

HEADINGS = ods_row(ods_text("Name"), ods_text("City"))


def test_xlsx_becomes_a_table(tmp_path):
    table = read(make_xlsx(tmp_path), name="partners.xlsx")
    assert (table.name, table.sheet, table.sheets) == ("partners.xlsx", "Sheet", ("Sheet",))
    assert names_of(table) == ["Name", "City", "Phone"]
    assert list(table.rows) == [Row(2, ("Food Bank", "Baltimore", "410 555 0100"))]
    assert list(table.rows) == list(table.rows)


def test_workbook_is_known_by_its_content_whatever_its_name(tmp_path):
    path = make_xlsx(tmp_path).rename(tmp_path / "partners.csv")
    assert texts_of(read(path, name="partners.csv")) == [("Food Bank", "Baltimore", "410 555 0100")]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (21215.0, "21215"),
        (4105550100, "4105550100"),
        (0.1 + 0.2, "0.3"),
        (0.00001, "0.00001"),
        (-1.5, "-1.5"),
        (123456789012345, "123456789012345"),
        (True, "TRUE"),
        (dt.date(2024, 5, 1), "2024-05-01"),
        (dt.datetime(2024, 5, 1, 14, 30), "2024-05-01 14:30"),
        (dt.datetime(2024, 5, 1, 14, 30, 20), "2024-05-01 14:30:20"),
        (dt.time(14, 30), "14:30"),
        (dt.timedelta(hours=26, minutes=5), "26:05"),
        ("  two\n lines ", "two\nlines"),
        ("#N/A", ""),
        ("'=1+1", "=1+1"),
    ],
)
def test_xlsx_value_becomes_the_text_that_is_meant(tmp_path, value, text):
    table = read(make_xlsx(tmp_path, [["Name", "Value"], ["a", value]]), name="x")
    assert texts_of(table) == [("a", text)]


def test_xlsx_row_numbers_are_those_that_the_user_sees(tmp_path):
    rows = [[], [], [None, "Partner list"], [], [None, "Name", "City"], [], [None, "A", "x"]]
    table = read(make_xlsx(tmp_path, rows), name="x")
    assert table.header_row == 5
    assert [column.letter for column in table.columns] == ["B", "C"]
    assert list(table.rows) == [Row(7, ("A", "x"))]


def test_empty_rows_and_columns_at_the_end_are_left_out(tmp_path):
    rows = [[*cells, None, " ", None] for cells in PARTNERS]
    table = read(make_xlsx(tmp_path, [*rows, [" "], [None, ""]]), name="x")
    assert names_of(table) == ["Name", "City", "Phone"]
    assert table.row_count == 1


def test_heading_merged_over_columns_names_each(tmp_path):
    rows = [["Name", "Contact", None], ["A", "Ana", "410"], ["B", "Bo", "443"]]
    table = read(make_xlsx(tmp_path, rows, merged=["B1:C1"]), name="x")
    assert names_of(table) == ["Name", "Contact", "Contact (2)"]


def test_heading_merged_over_others_stands_before_each(tmp_path):
    rows = [
        ["Name", "Meetings", None, None],
        [None, "January", "February", "March"],
        ["A", "Y", "N", "Y"],
        ["B", "Y", "N", "N"],
    ]
    table = read(make_xlsx(tmp_path, rows, merged=["A1:A2", "B1:D1"]), name="x")
    assert (table.header_row, names_of(table)) == (
        2,
        ["Name", "Meetings January", "Meetings February", "Meetings March"],
    )


def test_body_cell_merged_over_rows_is_filled_down_and_not_sideways(tmp_path):
    rows = [
        ["Name", "Contact", "Phone"],
        ["Food Bank", "Ana", "1"],
        [None, "Bo", "2"],
        [None, None, None],
        ["Clinic", "Cy", "3"],
        ["The West", None, None],
    ]
    path = make_xlsx(tmp_path, rows, merged=["A2:A4", "A6:C6"])
    assert list(read(path, name="x").rows) == [
        Row(2, ("Food Bank", "Ana", "1")),
        Row(3, ("Food Bank", "Bo", "2")),
        Row(5, ("Clinic", "Cy", "3")),
        Row(6, ("The West", "", "")),
    ]


def test_first_sheet_with_content_is_read_and_all_visible_ones_are_listed(tmp_path):
    def add_sheets(workbook):
        for name, content in [("Lists", "x"), ("Partners", "A"), ("Old", "B")]:
            sheet = workbook.create_sheet(name)
            sheet.append(["Name"])
            sheet.append([content])
        workbook["Lists"].sheet_state = "hidden"

    path = make_xlsx(tmp_path, [], change=add_sheets)
    table = read(path, name="x")
    assert (table.sheet, table.sheets) == ("Partners", ("Sheet", "Partners", "Old"))
    assert texts_of(table) == [("A",)]
    assert texts_of(read(path, name="x", sheet="Old")) == [("B",)]


def test_sheet_that_does_not_exist_is_refused(tmp_path):
    with pytest.raises(UnreadableFile, match="no sheet with the name “Members”"):
        read(make_xlsx(tmp_path), name="x", sheet="Members")


def test_formula_is_read_as_its_last_result(tmp_path):
    path = make_xlsx(tmp_path, [["Name", "Sum"], ["A", "=1+1"], ["B", 3]])
    assert texts_of(read(path, name="x")) == [("A", ""), ("B", "3")]  # never opened, so no result


def test_long_cell_in_a_long_row_is_read_whole(tmp_path):
    text = "x" * STANDARD_LIMITS.max_cell_chars
    table = read(make_xlsx(tmp_path, [["Name", "Note"], ["A", text], ["B", text]]), name="x")
    assert texts_of(table) == [("A", text), ("B", text)]


def test_ods_becomes_a_table(tmp_path):
    body = HEADINGS + ods_row(ods_text("Clinic"), ods_text("Elkton"))
    table = read(make_ods(tmp_path, ("Empty", ""), ("Partners", body)), name="x")
    assert (table.sheet, table.sheets) == ("Partners", ("Empty", "Partners"))
    assert list(table.rows) == [Row(2, ("Clinic", "Elkton"))]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (ods_value("float", "21215"), "21215"),
        (ods_value("boolean", "true", attribute="boolean-value"), "TRUE"),
        (ods_value("date", "2024-05-01", attribute="date-value"), "2024-05-01"),
        (ods_value("date", "2024-05-01T14:30:00", attribute="date-value"), "2024-05-01 14:30"),
        (ods_text("José & Co"), "José & Co"),
    ],
)
def test_ods_value_becomes_the_text_that_is_meant(tmp_path, cell, text):
    path = make_ods(tmp_path, ("S", HEADINGS + ods_row(ods_text("A"), cell)))
    assert texts_of(read(path, name="x")) == [("A", text)]


def test_ods_repeated_rows_and_cells_count_as_many(tmp_path):
    gap = ods_row('<table:table-cell table:number-columns-repeated="1024"/>', repeated=3)
    rows = ods_row(ods_text("A", 'table:number-columns-repeated="2"'), repeated=2)
    end = ods_row("<table:table-cell/>", repeated=1_048_000)
    path = make_ods(tmp_path, ("S", HEADINGS + gap + rows + end))
    assert list(read(path, name="x").rows) == [Row(5, ("A", "A")), Row(6, ("A", "A"))]


def test_ods_merged_cells_are_filled_like_those_of_xlsx(tmp_path):
    two_rows, two_columns = 'table:number-rows-spanned="2"', 'table:number-columns-spanned="2"'
    covered = "<table:covered-table-cell/>"
    body = (
        ods_row(ods_text("Name"), ods_text("Contact", two_columns), covered)
        + ods_row(ods_text("Food Bank", two_rows), ods_text("Ana"), ods_text("1"))
        + ods_row(covered, ods_text("Bo"), ods_text("2"))
        + ods_row("<table:table-cell/>", ods_text("Cy"), ods_text("3"))
    )
    other = ods_row(ods_text("other", 'table:number-rows-spanned="9"'), ods_text("x"))
    table = read(make_ods(tmp_path, ("S", body), ("Other", other)), name="x")
    assert names_of(table) == ["Name", "Contact", "Contact (2)"]
    assert texts_of(table) == [("Food Bank", "Ana", "1"), ("Food Bank", "Bo", "2"), ("", "Cy", "3")]


def test_abandoned_walk_ends_its_process(tmp_path, monkeypatch):
    started = []

    def start(*arguments, **options):
        started.append(Popen(*arguments, **options))
        return started[-1]

    monkeypatch.setattr("common.spreadsheets.workbooks.subprocess.Popen", start)
    table = read(make_xlsx(tmp_path, [["Name"], *[[str(n)] for n in range(5_000)]]), name="x")
    walk = iter(table.rows)
    assert next(walk) == Row(2, ("0",))
    walk.close()
    assert [process.returncode is not None for process in started] == [True, True]


def test_process_prints_one_json_line_for_each_row(tmp_path, capsys):
    request = workbook_process.Request(
        path=str(make_xlsx(tmp_path, [["Name", "Since"], [], ["A" * 30, dt.date(2024, 5, 1)]])),
        sheet=None,
        max_columns=1,
        max_cell_chars=20,
        max_memory=0,
        max_seconds=0,
    )
    assert workbook_process.main(request, out=sys.stdout) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == [
        {"sheet": "Sheet", "sheets": ["Sheet"], "merged": []},
        [1, ["Name", "Since"]],
        [3, ["A" * 21, "2024-05-01"]],
    ]
