"""Tables for people to download, as CSV and as XLSX, which no spreadsheet program runs as formulas.

What is written reads back (`reading.read`) as the same texts in the normal form of `values.clean`.
Times are written as their own wall clock says; put them in the reader's time zone first.
"""

import csv
import datetime as dt
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from itertools import chain, islice
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from common.spreadsheets.formulas import begins_formula, guarded, with_apostrophes_kept
from common.spreadsheets.values import clean, text_of

_BYTE_ORDER_MARK = "\ufeff"  # without it Excel takes UTF-8 for the old Windows encoding
_CHUNK_CHARS = 32 * 1024
_SAMPLE_ROWS = 100
_NARROWEST, _WIDEST = 8, 60  # characters
_MOST_TEXT = 32_767  # characters in a cell of Excel; it calls a file with more of them damaged
_MOST_DIGITS = 15  # that Excel keeps of a number; identifiers with more are written as texts
_FIRST_SAFE_DATE = dt.date(1900, 3, 1)  # Excel believes in 29 February 1900
_SHEET_NAME_CHARS = 31
_LINK_BLUE = "FF0B4C8C"
_LIKE_AN_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # XLSX reads "_x0041_" as "A"
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))

_MOST_LINKS = 65_530  # that Excel opens in one sheet; addresses after them stand as texts
_SAFE_TARGET = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+")
_LONGEST_TARGET = 2_000  # characters of an address; Excel repairs a file with longer ones

Cells = Sequence[object]  # texts, numbers, dates, truth values, links, None


@dataclass(frozen=True)
class Link:
    """A text that opens `target` when it is pressed: a web address, or mailto: and an e-mail address."""

    text: str
    target: str

    def __str__(self) -> str:
        return self.text

    @property
    def is_safe(self) -> bool:
        """Nothing but the web and mail: "javascript:" and "file:" stay what they are, texts."""
        whole = _SAFE_TARGET.fullmatch(self.target)
        return whole is not None and len(self.target) <= _LONGEST_TARGET


def csv_chunks(*, columns: Sequence[str], rows: Iterable[Cells]) -> Iterator[bytes]:
    """The file in pieces, for StreamingHttpResponse.

    Everything is quoted, so that it reads well whatever separator the reader's program expects.
    """
    buffer = StringIO()
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    buffer.write(_BYTE_ORDER_MARK)
    for cells in chain([columns], rows):
        writer.writerow([_csv_text(value) for value in cells])
        if buffer.tell() > _CHUNK_CHARS:
            yield _taken_from(buffer)
    yield _taken_from(buffer)


def _csv_text(value: object) -> str:
    """Numbers and dates cannot run; only texts are guarded."""
    if isinstance(value, int | float | Decimal | dt.date | dt.time | dt.timedelta):
        return text_of(value)
    return guarded(text_of(value))


def _taken_from(buffer: StringIO) -> bytes:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text.encode()


def write_xlsx(
    out: IO[bytes], *, columns: Sequence[str], rows: Iterable[Cells], sheet_name: str
) -> None:
    """Write one sheet row by row, with a bold heading that stays in place and filters the rows."""
    rows = iter(rows)
    sample = list(islice(rows, _SAMPLE_ROWS))
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(title=_sheet_title(sheet_name))
    sheet.freeze_panes = "A2"
    for position, width in enumerate(_widths([columns, *sample]), start=1):
        sheet.column_dimensions[get_column_letter(position)].width = width
    sheet.append([_heading_cell(sheet, heading) for heading in columns])
    last_row = 1
    for last_row, cells in enumerate(chain(sample, rows), start=2):  # noqa: B007 - told below
        sheet.append([_xlsx_value(sheet, value) for value in cells])
    sheet.auto_filter.ref = f"A1:{get_column_letter(max(len(columns), 1))}{last_row}"
    workbook.save(out)


def _sheet_title(name: str) -> str:
    """Excel allows 31 characters without brackets, slashes, colons, stars and apostrophes."""
    return clean(name.translate(_NOT_IN_SHEET_NAMES)).replace("\n", " ")[:_SHEET_NAME_CHARS].strip()


def _widths(rows: Iterable[Cells]) -> list[int]:
    """Wide enough for the longest line of each column among the first rows, within reason."""
    widths: list[int] = []
    for cells in rows:
        widths.extend([_NARROWEST] * (len(cells) - len(widths)))
        for position, value in enumerate(cells):
            longest = max(map(len, text_of(value).split("\n"))) + 2
            widths[position] = min(_WIDEST, max(widths[position], longest))
    return widths


def _heading_cell(sheet: WriteOnlyWorksheet, heading: str) -> WriteOnlyCell:
    cell = _text_cell(sheet, clean(heading))
    cell.font = Font(bold=True)
    return cell


def _xlsx_value(sheet: WriteOnlyWorksheet, value: object) -> object:
    """A value that openpyxl writes with its type, or a cell of our own where it would guess wrong."""
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int | float | Decimal):
        return value if _keeps_its_digits(value) else text_of(value)
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        return _xlsx_moment(value)
    if isinstance(value, Link) and value.is_safe and len(sheet._hyperlinks) < _MOST_LINKS:  # noqa: SLF001 - it has no other count
        return _link_cell(sheet, value)
    text = clean(str(value))
    return _text_cell(sheet, text) if begins_formula(text) else _excel_text(text)


def _keeps_its_digits(number: float | Decimal) -> bool:
    if not math.isfinite(number):
        return False
    if isinstance(number, float):
        return True
    return len(Decimal(number).normalize().as_tuple().digits) <= _MOST_DIGITS


def _xlsx_moment(moment: dt.date | dt.time | dt.timedelta) -> object:
    day = moment.date() if isinstance(moment, dt.datetime) else moment
    if isinstance(day, dt.date) and day < _FIRST_SAFE_DATE:
        return text_of(moment)
    return moment.replace(tzinfo=None) if isinstance(moment, dt.datetime | dt.time) else moment


def _link_cell(sheet: WriteOnlyWorksheet, link: Link) -> WriteOnlyCell:
    """A text first: what it says is guarded as any other, and only its address is the link."""
    cell = _text_cell(sheet, clean(link.text))
    cell.hyperlink = link.target
    cell.font = Font(color=_LINK_BLUE, underline="single")
    return cell


def _text_cell(sheet: WriteOnlyWorksheet, text: str) -> WriteOnlyCell:
    """A text for good: openpyxl takes "=…" for a formula, Excel does so when somebody edits the cell."""
    cell = WriteOnlyCell(sheet, value=_excel_text(text))
    cell.data_type = "s"
    cell.quotePrefix = begins_formula(text)
    return cell


def _excel_text(text: str) -> str:
    text = _LIKE_AN_ESCAPE.sub("_x005F_", with_apostrophes_kept(text))
    return text if len(text) <= _MOST_TEXT else text[: _MOST_TEXT - 1] + "…"
