"""A program of its own that opens one XLSX or ODS file and prints its rows as JSON, one a line.

    python -m common.spreadsheets.workbook_process REQUEST

Why a program: the parser is fast but trusts the numbers in the file. One stray cell in the last row and
column, or one count of a hundred billion, makes it ask for half a terabyte, and then the operating
system ends the whole process. Here that process is this one, with its memory, time and files limited,
and the web server or worker that asked says a clear sentence instead.

The first line describes the workbook (see `Description`), the others are [row number, [cells]] with
numbers and truth values as JSON knows them and dates as text. It must start fast: no Django in here.
"""

import json
import resource
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, TextIO
from xml.parsers.expat import ExpatError

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from common.spreadsheets.spans import Area, ods_merged_areas
from common.spreadsheets.values import moment_text

DAMAGED, LOCKED, TOO_HEAVY, NO_SUCH_SHEET, NO_CONTENT = range(10, 15)  # how this program ends
_MOST_MERGED_AREAS = 100_000
_JSON = json.JSONEncoder(default=moment_text)


@dataclass(frozen=True, kw_only=True)
class Request:
    """What to open and how much of it. Of longer rows and cells one more is given, so it shows."""

    path: str
    sheet: str | None
    max_columns: int
    max_cell_chars: int
    max_memory: int
    max_seconds: int


@dataclass(frozen=True, kw_only=True)
class Description:
    """The sheet that was chosen, all that a person sees, and merged areas as 0-based, inclusive."""

    sheet: str
    sheets: list[str]
    merged: list[Area]


class _Ending(Exception):  # noqa: N818 -- it carries the way this program ends
    def __init__(self, status: int) -> None:
        self.status = status


def main(request: Request, *, out: TextIO) -> int:
    """Print the sheet; return how it went, 0 or one of the endings above."""
    try:
        with open(request.path, "rb") as file, CalamineWorkbook.from_filelike(file) as workbook:  # noqa: PTH123
            _print_sheet(workbook, request, out=out)
    except _Ending as ending:
        return ending.status
    except PasswordError:
        return LOCKED
    except MemoryError:
        return TOO_HEAVY
    except (CalamineError, ExpatError, OSError, ValueError, zipfile.BadZipFile):
        return DAMAGED
    return 0


def _print_sheet(workbook: CalamineWorkbook, request: Request, *, out: TextIO) -> None:
    names = _visible_names(workbook)
    sheet = _chosen_sheet(workbook, names, wanted=request.sheet)
    description = Description(sheet=sheet.name, sheets=names, merged=_merged_areas(sheet, request))
    print(_JSON.encode(asdict(description)), file=out)
    for number, cells in enumerate(_rows(sheet), start=1):
        if cells.count("") < len(cells):
            print(_row_line(number, cells[: request.max_columns + 1], request), file=out)


def _row_line(number: int, cells: list[Any], request: Request) -> str:
    """The row as JSON. Only a long line can hold a cell that is too long, so few are looked through."""
    line = _JSON.encode([number, cells])
    if len(line) <= request.max_cell_chars:
        return line
    most = request.max_cell_chars + 1
    return _JSON.encode([number, [c[:most] if isinstance(c, str) else c for c in cells]])


def _visible_names(workbook: CalamineWorkbook) -> list[str]:
    """Worksheets that a person sees; all of them when every one is hidden."""
    sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    visible = [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]
    return visible or [sheet.name for sheet in sheets]


def _chosen_sheet(
    workbook: CalamineWorkbook, names: list[str], *, wanted: str | None
) -> CalamineSheet:
    """The wanted sheet, also a hidden one, or the first with content."""
    if wanted is not None and wanted not in workbook.sheet_names:
        raise _Ending(NO_SUCH_SHEET)
    for name in names if wanted is None else [wanted]:
        sheet = workbook.get_sheet_by_name(name)
        if sheet.start is not None:
            return sheet
    raise _Ending(NO_CONTENT)


def _rows(sheet: CalamineSheet) -> Iterator[list[Any]]:
    """Rows from the first on and cells from column A on, although the parser leaves out the latter."""
    assert sheet.start is not None  # noqa: S101 -- for the type checker; such sheets are not chosen
    before: list[Any] = [""] * sheet.start[1]
    for cells in sheet.iter_rows():
        yield before + cells


def _merged_areas(sheet: CalamineSheet, request: Request) -> list[Area]:
    """Those that begin inside the columns we print. The parser knows them for XLSX only."""
    if sheet.merged_cell_ranges is not None:
        areas = [(*start, *end) for start, end in sheet.merged_cell_ranges]
    else:
        with zipfile.ZipFile(request.path) as archive, archive.open("content.xml") as content:
            areas = ods_merged_areas(content, sheet=sheet.name)
    width = min(sheet.total_width, request.max_columns) + 1
    return [area for area in areas[:_MOST_MERGED_AREAS] if area[1] < width]


def _confine(request: Request) -> None:
    """From here on this process may not take more. macOS does not keep the limit on memory."""
    _limit(resource.RLIMIT_AS, request.max_memory)
    _limit(resource.RLIMIT_CPU, request.max_seconds)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)


def _limit(what: int, most: int) -> None:
    allowed = resource.getrlimit(what)[1]
    most = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
    resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    asked = Request(**json.loads(sys.argv[1]))
    _confine(asked)
    sys.exit(main(asked, out=sys.stdout))
