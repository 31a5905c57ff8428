"""Where cells are merged in an ODS sheet, which the workbook parser does not tell."""

from typing import IO
from xml.parsers import expat

# First row, first column, last row, last column; from 0, inclusive.
Area = tuple[int, int, int, int]

_CELLS = {"table:table-cell", "table:covered-table-cell"}
_CHUNK = 1024 * 1024


def ods_merged_areas(content: IO[bytes], *, sheet: str) -> list[Area]:
    """The merged areas of one sheet in `content.xml`, read as a stream."""
    walk = _Walk(sheet)
    parser = expat.ParserCreate()
    parser.StartElementHandler = walk.start
    parser.EndElementHandler = walk.end
    while chunk := content.read(_CHUNK):
        parser.Parse(chunk)
    return walk.areas


class _Walk:
    """Counts rows and columns, of which one element may stand for many."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.is_inside = False
        self.row = self.column = self.row_repeats = 0
        self.areas: list[Area] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self.is_inside = attributes.get("table:name") == self.sheet
            self.row = 0
        elif not self.is_inside:
            return
        elif tag == "table:table-row":
            self.column = 0
            self.row_repeats = int(attributes.get("table:number-rows-repeated", 1))
        elif tag in _CELLS:
            self._note(attributes)
            self.column += int(attributes.get("table:number-columns-repeated", 1))

    def end(self, tag: str) -> None:
        if tag == "table:table":
            self.is_inside = False
        elif tag == "table:table-row" and self.is_inside:
            self.row += self.row_repeats

    def _note(self, attributes: dict[str, str]) -> None:
        rows = int(attributes.get("table:number-rows-spanned", 1))
        columns = int(attributes.get("table:number-columns-spanned", 1))
        if rows > 1 or columns > 1:
            last_row, last_column = self.row + rows - 1, self.column + columns - 1
            self.areas.append((self.row, self.column, last_row, last_column))
