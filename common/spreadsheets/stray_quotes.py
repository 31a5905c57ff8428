"""A quotation mark that is closed only rows later: csv makes one cell of all between and says nothing.

`A,"Health,x` … `Q "the hub",Health,y` are thirty partners that would become a part of one. Cells of
several lines as spreadsheets write them are none of these: their quotes are doubled, and their lines no rows.
"""

import csv
from collections.abc import Sequence

FEWEST_ROWS = 2  # of the table's width, one beneath the other within a cell: that is no text
FEWEST_COLUMNS = 3  # "Dear all, hello" is as wide as a table of two


def has_swallowed_rows(
    lines: Sequence[str], cells: Sequence[str], *, delimiter: str, width: int
) -> bool:
    """Whether a row read from these lines holds others. `width` is the number of cells in the row before."""
    if len(lines) == 1:
        return False
    if _is_closed_amiss(lines, delimiter=delimiter):
        return any("\n" in cell and delimiter in cell for cell in map(_with_newlines, cells))
    return any(_holds_rows(cells, at, delimiter=delimiter, width=width) for at in range(len(cells)))


def _is_closed_amiss(lines: Sequence[str], *, delimiter: str) -> bool:
    """Text follows the closing quote: it was meant to open or to be an inch."""
    try:
        list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        return True
    return False


def _holds_rows(cells: Sequence[str], at: int, *, delimiter: str, width: int) -> bool:
    """Every line of the cell is as wide as the table, the first and last with what stands beside it."""
    first, *rows, last = [line.count(delimiter) + 1 for line in _lines(cells[at])] or [0, 0]
    return (
        width >= FEWEST_COLUMNS
        and len(rows) >= FEWEST_ROWS
        and {*rows, at + first, last + len(cells) - at - 1} == {width}
    )


def _lines(cell: str) -> list[str]:
    return _with_newlines(cell).split("\n") if "\n" in cell or "\r" in cell else []


def _with_newlines(cell: str) -> str:
    return cell.replace("\r\n", "\n").replace("\r", "\n")
