"""Reading CSV and its relatives as people really have them."""

import pytest

from common.spreadsheets.table import Column, Row
from tests.common.spreadsheets.sheets import names_of, read_bytes, read_text, texts_of


def test_csv_becomes_a_table_with_the_row_numbers_of_the_file(tmp_path):
    table = read_text(tmp_path, "Name,City\nFood Bank,Baltimore\nClinic,Elkton\n")
    assert (table.name, table.sheet, table.sheets) == ("partners", "", ())
    assert (table.header_row, table.row_count) == (1, 2)
    assert table.columns == (Column(0, "Name"), Column(1, "City"))
    assert list(table.rows) == [Row(2, ("Food Bank", "Baltimore")), Row(3, ("Clinic", "Elkton"))]


def test_rows_can_be_walked_twice_and_abandoned(tmp_path):
    table = read_text(tmp_path, "Name\nA\nB\n")
    assert next(iter(table.rows)) == Row(2, ("A",))
    assert list(table.rows) == list(table.rows) == [Row(2, ("A",)), Row(3, ("B",))]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_delimiter_and_line_end_are_found(tmp_path, delimiter, line_end):
    rows = [["Name", "Sectors", "Note"], ["Bank", "a", "x"], ["Clinic", "b", "y"]]
    table = read_text(tmp_path, line_end.join(delimiter.join(cells) for cells in rows))
    assert names_of(table) == ["Name", "Sectors", "Note"]
    assert texts_of(table) == [("Bank", "a", "x"), ("Clinic", "b", "y")]


def test_delimiter_is_not_the_one_inside_cells(tmp_path):
    table = read_text(
        tmp_path, "Name,Contacts,City\nA,x; y; z,Baltimore\nB,u; v; w,Elkton\nC,x; y; z,Bel Air\n"
    )
    assert names_of(table) == ["Name", "Contacts", "City"]
    table = read_text(tmp_path, 'Name;Address\nA;"1 Main St, Elkton, MD"\nB;"2 Oak, Elkton, MD"\n')
    assert texts_of(table)[0] == ("A", "1 Main St, Elkton, MD")


def test_separator_line_of_excel_is_obeyed_and_not_counted(tmp_path):
    table = read_text(tmp_path, "sep=;\r\nName;City\r\nBank, Food;Elkton\r\n")
    assert list(table.rows) == [Row(2, ("Bank, Food", "Elkton"))]


def test_single_column_is_a_table(tmp_path):
    assert texts_of(read_text(tmp_path, "Name\nFood Bank\nClinic\n")) == [
        ("Food Bank",),
        ("Clinic",),
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encoding_is_found(tmp_path, encoding):
    table = read_text(tmp_path, "Name,City\nNiños – “Uno”,Bogotá\n", encoding=encoding)
    assert names_of(table) == ["Name", "City"]
    assert texts_of(table) == [("Niños – “Uno”", "Bogotá")]


def test_encoding_of_old_macs_goes_with_their_line_ends(tmp_path):
    table = read_text(tmp_path, "Name,City\rChildren’s café,Bogotá\r", encoding="mac-roman")
    assert texts_of(table) == [("Children’s café", "Bogotá")]


def test_special_character_late_in_the_file_is_not_missed(tmp_path):
    rows = "".join(f"Partner {number},Elkton\n" for number in range(10_000))
    table = read_text(tmp_path, f"Name,City\n{rows}Niños,Elkton\n", encoding="cp1252")
    assert list(table.rows)[-1] == Row(10_002, ("Niños", "Elkton"))


def test_stray_byte_of_another_encoding_does_not_garble_the_rest(tmp_path):
    content = "Name,City\nNiños,Bogotá\nPeña,León\n".encode() + "Ávila,x\n".encode("cp1252")
    assert texts_of(read_bytes(tmp_path, content)) == [
        ("Niños", "Bogotá"),
        ("Peña", "León"),
        ("Ávila", "x"),
    ]


def test_stray_byte_after_a_mark_is_read_as_windows_text(tmp_path):
    content = "\ufeffName,City\n".encode() + "Ávila,x\n".encode("cp1252")
    assert texts_of(read_bytes(tmp_path, content)) == [("Ávila", "x")]


def test_quoted_cell_holds_newlines_quotes_and_delimiters(tmp_path):
    table = read_text(tmp_path, 'Name,Phone\n"The ""Hub"", Inc.","410\r\n  443 "\nB,c\n')
    assert list(table.rows) == [Row(2, ('The "Hub", Inc.', "410\n443")), Row(3, ("B", "c"))]


def test_ragged_rows_are_padded_and_the_spill_gets_a_column(tmp_path):
    table = read_text(tmp_path, "Name,City,Zip\nA\nB,Elkton,1,spill\n")
    assert names_of(table) == ["Name", "City", "Zip", "Column D"]
    assert texts_of(table) == [("A", "", "", ""), ("B", "Elkton", "1", "spill")]


def test_empty_rows_are_left_out_and_still_counted(tmp_path):
    table = read_text(tmp_path, "\n,,\nName,City\n\nA,x\n , \nB,y\n\n\n")
    assert (table.header_row, table.row_count) == (3, 2)
    assert [row.number for row in table.rows] == [5, 7]


def test_empty_columns_are_left_out_and_nameless_ones_with_content_kept(tmp_path):
    table = read_text(tmp_path, "Name,,,City,,\nA,,x,Elkton,,\nB,,,Bel Air, ,\n")
    assert table.columns == (Column(0, "Name"), Column(2, "Column C"), Column(3, "City"))
    assert texts_of(table) == [("A", "x", "Elkton"), ("B", "", "Bel Air")]


def test_column_filled_only_far_below_is_kept(tmp_path):
    rows = "".join(f"{number},\n" for number in range(200))
    table = read_text(tmp_path, f"Name,,\n{rows}last,note\n")
    assert names_of(table) == ["Name", "Column B"]


def test_headings_are_made_unlike_each_other(tmp_path):
    table = read_text(tmp_path, 'Phone,"phone\n",Phone (2),,Phone\n1,2,3,4,5\n')
    assert names_of(table) == ["Phone", "phone (3)", "Phone (2)", "Column D", "Phone (4)"]


def test_column_tells_its_letter():
    assert [Column(position, "x").letter for position in (0, 25, 26, 701, 702)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("  Food\t  Bank ", "Food Bank"),
        ("Food\N{NO-BREAK SPACE}Bank\N{NO-BREAK SPACE}", "Food Bank"),
        ("\N{ZERO WIDTH SPACE}Food\N{SOFT HYPHEN} Bank", "Food Bank"),
        ("\N{LEFT-TO-RIGHT EMBEDDING}410 555\N{POP DIRECTIONAL FORMATTING}", "410 555"),
        ("one\x0btwo \r\n three", "one\ntwo\nthree"),
        ("Cafe\N{COMBINING ACUTE ACCENT}", "Café"),
        ("👩\N{ZERO WIDTH JOINER}⚕", "👩\N{ZERO WIDTH JOINER}⚕"),
        ("02134", "02134"),
        ("#N/A", ""),
        ("#REF!", ""),
        ("Err:502", ""),
        ("#5", "#5"),
        ("Error", "Error"),
        ("'=1+1", "=1+1"),
        ("'tis", "'tis"),
    ],
)
def test_text_is_brought_to_its_normal_form(tmp_path, written, read):
    assert texts_of(read_text(tmp_path, f'Name,City\n"{written}",x\n')) == [(read, "x")]
