"""Files for download: typed, streamed, and never run by the program that opens them."""

import csv
import datetime as dt
import io
from decimal import Decimal

import pytest
from django.utils.translation import gettext_lazy
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from common.spreadsheets.formulas import guarded, unguarded, with_apostrophes_kept
from common.spreadsheets.reading import read
from common.spreadsheets.values import clean, text_of
from common.spreadsheets.writing import csv_chunks, write_xlsx
from tests.common.spreadsheets.sheets import names_of, read_bytes, texts_of

DANGEROUS = [
    "=1+1",
    "=cmd|'/c calc'!A0",
    "+cmd|'/c calc'!A0",
    "-2+3+cmd|'/c calc'!A0",
    "@SUM(1)",
    "  =1+1",
    "\t=1+1",
    "\r=1+1",
    "\N{NO-BREAK SPACE}=1+1",
    "\N{ZERO WIDTH SPACE}=1+1",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    "- call back",
    "+1-410-555-0100",
    '=HYPERLINK("http://x.example","y")',
]
HARMLESS = [
    "-5",
    "-3.5%",
    "+1,200.50",
    "+14105550100",
    "+1 410 555-0100",
    "+1 (410) 555-0100",
    "+34.911.234.567",
    "-",
    "--",
    "a=b",
    "Food - Bank",
    "a@b.org",
    "'tis",
    "first\n- second\n- third",
    "+1 410 555 0100; +1 410 555 0101",
]


def csv_bytes(columns, rows) -> bytes:
    return b"".join(csv_chunks(columns=columns, rows=rows))


def csv_cells(*values) -> list[str]:
    """The cells of one row as another program finds them."""
    text = csv_bytes(["Heading"], [values]).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))[1]


def xlsx(folder, columns, rows, *, sheet_name="Partners"):
    path = folder / "written.xlsx"
    with path.open("wb") as out:
        write_xlsx(out, columns=columns, rows=rows, sheet_name=sheet_name)
    return path


def test_csv_opens_well_in_excel():
    assert csv_bytes(["Name", "City"], [["Niños", "Bogotá"]]) == (
        '\ufeff"Name","City"\r\n"Niños","Bogotá"\r\n'.encode()
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (-5, "-5"),
        (21215.0, "21215"),
        (Decimal("-1.50"), "-1.50"),
        (float("nan"), ""),
        (True, "TRUE"),
        (dt.date(2024, 5, 1), "2024-05-01"),
        (dt.datetime(2024, 5, 1, 14, 30, tzinfo=dt.UTC), "2024-05-01 14:30"),
        (dt.timedelta(hours=-26, seconds=5), "-25:59:55"),
        (gettext_lazy("  Food  Bank "), "Food Bank"),
    ],
)
def test_csv_value_is_written_as_text(value, text):
    assert csv_cells(value) == [text]


@pytest.mark.parametrize("text", DANGEROUS)
def test_csv_text_that_would_run_gets_an_apostrophe(text):
    assert csv_cells(text) == ["'" + clean(text)]
    assert csv_bytes([text], []).decode("utf-8-sig").startswith("\"'")


@pytest.mark.parametrize("text", HARMLESS)
def test_csv_text_that_cannot_run_is_left_alone(text):
    assert csv_cells(text) == [text]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a;=1+1", "a;'=1+1"),
        ("a\n=1+1", "a\n'=1+1"),
        ("a; -cmd|'/c calc'!A0", "a;' -cmd|'/c calc'!A0"),
        ("'=1+1", "''=1+1"),
    ],
)
def test_csv_text_that_would_run_as_a_cell_of_its_own_gets_an_apostrophe(text, written):
    assert csv_cells(text) == [written]
    assert unguarded(written) == text


def test_csv_is_written_while_rows_arrive():
    seen = []
    rows = (seen.append(number) or [f"Partner {number}" * 100] for number in range(1_000))
    next(csv_chunks(columns=["Name"], rows=rows))
    assert 0 < len(seen) < 100


def test_csv_is_written_to_a_file(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"".join(csv_chunks(columns=["Name"], rows=[["A"]])))
    assert texts_of(read(tmp_path / "a.csv", name="x")) == [("A",)]


def test_xlsx_has_types_and_a_heading_that_stays(tmp_path):
    row = ["Food Bank", 5, 1.5, Decimal("2.25"), True, None, dt.date(2024, 5, 1)]
    path = xlsx(tmp_path, ["a", "b", "c", "d", "e", "f", "g"], [row], sheet_name="A/B: [list]")
    sheet = load_workbook(path).active
    assert sheet.title == "A B list"
    assert (sheet.freeze_panes, sheet["A1"].font.bold, sheet["A2"].font.bold) == ("A2", True, False)
    assert [cell.value for cell in sheet[2]] == [
        *row[:3],
        2.25,
        True,
        None,
        dt.datetime(2024, 5, 1),
    ]
    assert [cell.data_type for cell in sheet[2]] == ["s", "n", "n", "n", "b", "n", "d"]


def test_xlsx_columns_are_as_wide_as_their_content_within_reason(tmp_path):
    path = xlsx(tmp_path, ["Id", "Name", "Note"], [[1, "Food Bank of Elkton", "x" * 500]])
    widths = load_workbook(path).active.column_dimensions
    assert [widths[letter].width for letter in "ABC"] == [8, 21, 60]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12345678901234567, "12345678901234567"),
        (Decimal("12345678901.2345678"), "12345678901.2345678"),
        (float("inf"), ""),
        (dt.date(1850, 1, 2), "1850-01-02"),
        (dt.datetime(2024, 5, 1, 14, 30, tzinfo=dt.UTC), "2024-05-01 14:30"),
        (dt.time(14, 30), "14:30"),
        ("_x0041_", "_x0041_"),
        ("x" * 40_000, "x" * 32_766 + "…"),
    ],
)
def test_xlsx_value_that_excel_cannot_hold_is_still_told(tmp_path, value, text):
    assert texts_of(read(xlsx(tmp_path, ["a", "b"], [["x", value]]), name="x")) == [("x", text)]


@pytest.mark.parametrize("text", DANGEROUS)
def test_xlsx_text_that_would_run_is_a_text_for_good(tmp_path, text):
    sheet = load_workbook(xlsx(tmp_path, [text], [[text]])).active
    for cell in (sheet["A1"], sheet["A2"]):
        assert (cell.data_type, cell.quotePrefix, cell.value) == ("s", True, clean(text))


def test_empty_sheet_name_is_replaced(tmp_path):
    assert load_workbook(xlsx(tmp_path, ["a"], [], sheet_name="???")).sheetnames == ["Sheet"]


# ---------------------------------------------------------------- round trips

TELLING = st.sampled_from([*"=+-@'＝＋－＠;\n\t, \"|(!", "a", "1", " ", "\ufeff", "é", "_x0041_"])
TEXTS = st.one_of(st.text(max_size=30), st.lists(TELLING, max_size=8).map("".join))
MANY = settings(derandomize=True, max_examples=300)
FEW = settings(MANY, max_examples=12)  # each starts two processes, so the tables are large instead


def tables(*, min_rows: int, max_rows: int):
    return st.integers(1, 4).flatmap(
        lambda width: st.lists(
            st.lists(TEXTS, min_size=width, max_size=width), min_size=min_rows, max_size=max_rows
        )
    )


def expected(rows) -> list[tuple[str, ...]]:
    """Clean texts without the columns that are empty from top to bottom."""
    texts = [[clean(cell) for cell in cells] for cells in rows]
    kept = [at for at in range(len(rows[0])) if any(cells[at] for cells in texts)]
    return [tuple(cells[at] for at in kept) for cells in texts[1:]]


@MANY
@given(text=TEXTS.map(clean))
def test_guard_is_undone_exactly(text):
    assert unguarded(guarded(text)) == text
    assert unguarded(with_apostrophes_kept(text)) == text
    assert clean(guarded(text)) == guarded(text)


@MANY
@given(text=st.text())
def test_normal_form_is_stable(text):
    assert clean(clean(text)) == clean(text)


@MANY
@given(rows=tables(min_rows=2, max_rows=5))
def test_written_csv_reads_back_the_same(tmp_path_factory, rows):
    rows = [["first", *cells] for cells in rows]
    folder = tmp_path_factory.mktemp("csv")
    table = read_bytes(folder, csv_bytes(rows[0], rows[1:]), header_row=1)
    assert texts_of(table) == expected(rows)


@FEW
@given(rows=tables(min_rows=20, max_rows=30))
def test_written_xlsx_reads_back_the_same(tmp_path_factory, rows):
    rows = [["first", *cells] for cells in rows]
    folder = tmp_path_factory.mktemp("xlsx")
    table = read(xlsx(folder, rows[0], rows[1:]), name="x", header_row=1)
    assert texts_of(table) == expected(rows)


def test_values_of_all_types_read_back_the_same_from_both_kinds(tmp_path):
    columns = ["Name", "Id", "Amount", "Since", "Seen", "Active"]
    row = ["Food Bank", 7, -1.25, dt.date(2020, 1, 2), dt.datetime(2024, 5, 1, 14, 30), False]
    texts = [tuple(map(text_of, row))]
    assert texts_of(read_bytes(tmp_path, csv_bytes(columns, [row]))) == texts
    table = read(xlsx(tmp_path, columns, [row]), name="x")
    assert (names_of(table), texts_of(table)) == (columns, texts)
