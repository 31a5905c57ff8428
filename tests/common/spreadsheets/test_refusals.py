"""Files that cannot or must not be read: each gets one clear sentence and no more than bounded work."""

import zipfile
import zlib
from dataclasses import replace

import pytest
from django.utils import translation

from common.spreadsheets.reading import read
from common.spreadsheets.table import MEBIBYTE, STANDARD_LIMITS, UnreadableFile
from tests.common.spreadsheets.sheets import (
    PARTNERS,
    make_ods,
    make_xlsx,
    ods_row,
    ods_text,
    read_bytes,
    read_text,
    texts_of,
    with_part,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
SHEET = "xl/worksheets/sheet1.xml"
SMALL = replace(STANDARD_LIMITS, max_memory=256 * MEBIBYTE)


def refusal(path, **options) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read(path, name="partners", **options)
    return str(caught.value)


def refusal_of_bytes(tmp_path, content: bytes, **options) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(tmp_path, content, **options)
    return str(caught.value)


def zipped(tmp_path, *names: str):
    path = tmp_path / "archive.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return path


def with_sheet_start(path, rows: bytes):
    return with_part(
        path, SHEET, lambda content: content.replace(b"<sheetData>", b"<sheetData>" + rows)
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "This file is empty"),
        (b"\n\n , \n", "no rows beneath its headings"),
        (b"Name,City\n", "no rows beneath its headings"),
        (b"%PDF-1.7 ...", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n...", "a picture"),
        (b"\x00\x00\x00\x18ftypheic", "a picture or a film"),
        (b"\x1f\x8b\x08...", "a packed archive"),
        (b"{\\rtf1 ...", "a text document"),
        (b"<!DOCTYPE html><html><table><tr><td>Name", "a web page"),
        (b"\xef\xbb\xbf  <html>", "a web page"),
        (b'<?xml version="1.0"?><Workbook>', "an XML document"),
        (b"Name,City\n\x00\x01\x02\x03,\xff\x00", "neither text nor a workbook"),
        (bytes(range(256)) * 20, "neither text nor a workbook"),
        (OLE + "Workbook".encode("utf-16-le"), "from before 2007 (.xls)"),
        (OLE + "WordDocument".encode("utf-16-le"), "a Word document"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"PK\x03\x04 not an archive", "This file is damaged"),
    ],
)
def test_file_that_is_no_table_is_refused_by_its_content(tmp_path, content, reason):
    assert reason in refusal_of_bytes(tmp_path, content)


@pytest.mark.parametrize(
    ("names", "reason"),
    [
        (["word/document.xml"], "a Word document"),
        (["ppt/presentation.xml"], "a presentation"),
        (["xl/workbook.bin"], "a binary Excel workbook (.xlsb)"),
        (["Index/Document.iwa"], "an Apple document"),
        (["mimetype", "content.xml"], "an OpenDocument file, but not a spreadsheet"),
        (["partners.csv"], "a packed archive"),
    ],
)
def test_archive_that_is_no_workbook_is_refused(tmp_path, names, reason):
    assert reason in refusal(zipped(tmp_path, *names))


def test_refusal_says_what_to_do(tmp_path):
    assert refusal_of_bytes(tmp_path, b"%PDF-1.7") == (
        "This file is a PDF document, whatever its name says. "
        "Please save the table as an Excel workbook (.xlsx) or as CSV and choose that file."
    )


def test_refusal_speaks_the_language_of_the_reader(tmp_path, monkeypatch):
    monkeypatch.setattr(
        "common.spreadsheets.kinds._", lambda text: f"{translation.get_language()}: {text}"
    )
    with translation.override("es"):
        assert refusal_of_bytes(tmp_path, b"").startswith("es: This file is empty")


def test_sizes_beyond_the_limits_are_refused(tmp_path):
    text = "Name,City\n" + "Food Bank,Elkton\n" * 9
    limits = replace(STANDARD_LIMITS, max_rows=9, max_columns=2, max_cell_chars=9)
    assert read_text(tmp_path, text, limits=limits).row_count == 9
    path = tmp_path / "upload"
    assert "more than 8 rows" in refusal(path, limits=replace(limits, max_rows=8))
    assert "content in column B; at most 1" in refusal(path, limits=replace(limits, max_columns=1))
    assert "Cell A2 holds more than 8" in refusal(path, limits=replace(limits, max_cell_chars=8))
    assert "has more than 0 MB" in refusal(path, limits=replace(limits, max_bytes=100))


def test_sizes_beyond_the_limits_are_refused_in_workbooks(tmp_path):
    path = make_xlsx(tmp_path, [*PARTNERS, *PARTNERS[1:]])
    limits = replace(STANDARD_LIMITS, max_rows=2, max_columns=3, max_cell_chars=12)
    assert read(path, name="x", limits=limits).row_count == 2
    assert "more than 1 rows" in refusal(path, limits=replace(limits, max_rows=1))
    assert "content in column C; at most 2" in refusal(path, limits=replace(limits, max_columns=2))
    assert "Cell C2 holds more than 11" in refusal(path, limits=replace(limits, max_cell_chars=11))


def test_open_quote_is_refused_with_its_row(tmp_path):
    rows = "Clinic,Elkton\n" * 50
    content = f'Name,City\nFood Bank,Elkton\n"Hub,Elkton\n{rows}'
    assert "Row 3 never ends" in refusal_of_bytes(tmp_path, content.encode())
    assert "Row 3 never ends" in refusal_of_bytes(tmp_path, (content + rows * 500).encode())


ROW = "Clinic,Business,a@clinic.example"


@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        ('"Hub,Business,b@hub.example', 'Spoke "the best" Hub,Business,c@spoke.example'),
        ('Hub,"Business,b@hub.example', 'Spoke "the best" Hub,Business,c@spoke.example'),
        ('Hub,"Business,b@hub.example', 'Spoke 24",Business,c@spoke.example'),
        ('"Hub,Business,b@hub.example', 'Spoke,Business,24"'),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_quote_that_would_swallow_rows_is_refused_with_its_row(tmp_path, begins, ends, line_end):
    lines = ["Name,Sector,E-mail", ROW, begins, *[ROW] * 5, ends, *[ROW] * 5, ""]
    reason = refusal_of_bytes(tmp_path, line_end.join(lines).encode())
    assert "Row 3 would take in the rows beneath it" in reason


def test_text_of_several_lines_with_commas_is_no_swallowed_row(tmp_path):
    note = "Serves:\nfood, water, shelter\nhealth, work, school\nand hope"
    content = f'Name,City,Note\nHub,Elkton,"{note}"\nThe "Best" Hub,Elkton,"say ""hi"", all\nok"\n'
    table = read_bytes(tmp_path, content.encode())
    assert texts_of(table) == [
        ("Hub", "Elkton", note),
        ('The "Best" Hub', "Elkton", 'say "hi", all\nok'),
    ]


def test_endless_line_is_refused(tmp_path):
    assert "Row 2 is longer than" in refusal_of_bytes(tmp_path, b"Name,City\n" + b"," * 3_000_000)


def test_cell_without_any_quote_is_said_to_be_too_long_and_not_left_open(tmp_path):
    content = b'"Name",City\nFood Bank,' + b"a" * 300_000 + b"\n"
    assert "Row 2 is longer than" in refusal_of_bytes(tmp_path, content)


def test_cut_archive_is_damaged(tmp_path):
    content = make_xlsx(tmp_path).read_bytes()
    assert "damaged" in refusal_of_bytes(tmp_path, content[: len(content) // 2])


def test_flipped_byte_in_an_archive_is_damaged(tmp_path):
    path = make_xlsx(tmp_path)
    with zipfile.ZipFile(path) as archive:
        offset = archive.getinfo(SHEET).header_offset
    content = bytearray(path.read_bytes())
    content[offset + 100] ^= 0xFF
    assert "damaged" in refusal_of_bytes(tmp_path, bytes(content))


@pytest.mark.parametrize(
    "part", [SHEET, "xl/workbook.xml", "_rels/.rels", "xl/_rels/workbook.xml.rels"]
)
def test_workbook_with_broken_xml_is_damaged(tmp_path, part):
    path = with_part(make_xlsx(tmp_path), part, lambda content: content[: len(content) // 2])
    assert "damaged" in refusal(path)


def test_workbook_without_content_is_refused(tmp_path):
    assert "no rows beneath its headings" in refusal(make_xlsx(tmp_path, []))
    assert "no rows beneath its headings" in refusal(make_xlsx(tmp_path, [["Name", "City"]]))


def test_locked_ods_is_refused(tmp_path):
    locked = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    assert "protected by a password" in refusal(make_ods(tmp_path, manifest=locked))
    path = with_part(make_ods(tmp_path), "encrypted-package", lambda _content: b"x")
    assert "protected by a password" in refusal(path)


def test_archive_locked_by_the_zip_program_is_refused(tmp_path):
    content = bytearray(zipped(tmp_path, "partners.csv").read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1  # the flag in the directory
    assert "protected by a password" in refusal_of_bytes(tmp_path, bytes(content))


def test_zip_bomb_is_refused_by_its_directory(tmp_path):
    path = with_part(make_xlsx(tmp_path), "xl/media/a.xml", lambda _content: bytes(30 * MEBIBYTE))
    assert "small but unpacks to 30 MB" in refusal(path)
    limits = replace(STANDARD_LIMITS, max_ratio=10**6, max_unpacked_bytes=29 * MEBIBYTE)
    assert "small but unpacks to 30 MB" in refusal(path, limits=limits)


def test_archive_of_too_many_parts_is_refused(tmp_path):
    path = zipped(tmp_path, *(f"part{number}" for number in range(5_001)))
    assert "more than can be read" in refusal(path)


def test_zip_bomb_whose_directory_lies_is_refused(tmp_path):
    """The directory says 100 bytes, with the checksum of the first 100; the part goes on for 30 MB."""
    blank = b" " * 30 * MEBIBYTE
    path = with_part(make_xlsx(tmp_path), SHEET, lambda content: content + blank)
    with zipfile.ZipFile(path) as archive:
        whole = archive.read(SHEET)
    told_size, told_sum = (100).to_bytes(4, "little"), zlib.crc32(whole[:100]).to_bytes(4, "little")
    content = path.read_bytes()
    content = content.replace(zlib.crc32(whole).to_bytes(4, "little"), told_sum)
    content = content.replace(len(whole).to_bytes(4, "little"), told_size)
    assert "damaged" in refusal_of_bytes(tmp_path, content)


def test_entities_that_grow_are_refused(tmp_path):
    document_type = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet'
    path = with_part(
        make_xlsx(tmp_path), SHEET, lambda content: content.replace(b"<worksheet", document_type)
    )
    assert "damaged" in refusal(path)


def test_stray_cell_far_away_cannot_take_the_memory(tmp_path):
    """The parser would ask for 549 GB, and the system would end the process that asked."""
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    path = with_sheet_start(make_xlsx(tmp_path), far)
    assert "too much memory or time" in refusal(path, limits=SMALL)


def test_count_of_shared_strings_that_lies_cannot_take_the_memory(tmp_path):
    strings = b'<sst uniqueCount="100000000000"><si><t>a</t></si></sst>'
    path = with_part(make_xlsx(tmp_path), "xl/sharedStrings.xml", lambda _content: strings)
    assert "too much memory or time" in refusal(path, limits=SMALL)


def test_long_text_used_by_many_cells_cannot_take_the_memory(tmp_path):
    strings = b"<sst><si><t>" + b"x" * 30_000 + b"</t></si></sst>"
    path = with_part(make_xlsx(tmp_path), "xl/sharedStrings.xml", lambda _content: strings)
    path = with_sheet_start(path, (b"<row>" + b'<c t="s"><v>0</v></c>' * 100 + b"</row>") * 500)
    assert "too much memory or time" in refusal(path, limits=SMALL)


def test_ods_cells_repeated_without_end_cannot_take_the_memory(tmp_path):
    cell = ods_text("x" * 1_000, 'table:number-columns-repeated="16384"')
    path = make_ods(tmp_path, ("S", ods_row(cell) * 1_000))
    assert "too much memory or time" in refusal(path, limits=SMALL)


def test_workbook_that_takes_too_long_is_refused(tmp_path):
    cells = (b"<row>" + b"<c><v>1</v></c>" * 50 + b"</row>") * 60_000
    limits = replace(STANDARD_LIMITS, max_seconds=1, max_ratio=10_000)
    path = with_sheet_start(make_xlsx(tmp_path), cells)
    assert "too much memory or time" in refusal(path, limits=limits)
