"""What a spreadsheet is once it has been read, how much of it we take, and how we say no."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from common.files.archives import MEBIBYTE


class UnreadableFile(Exception):  # noqa: N818 -- it is a finding about the file, not our error
    """The file cannot be read. Its text is one translated sentence or two: what is wrong, what to do."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The most that one file may ask of this machine."""

    max_bytes: int = 25 * MEBIBYTE
    max_rows: int = 200_000  # rows with content beneath the heading
    max_columns: int = 500
    max_cell_chars: int = 32_767  # what Excel itself allows
    max_unpacked_bytes: int = 400 * MEBIBYTE  # all parts of an XLSX or ODS together
    max_ratio: int = 150  # unpacked size to file size; honest workbooks stay under 50
    max_memory: int = 1024 * MEBIBYTE  # of the process that opens a workbook
    max_seconds: int = 60  # of processor time of that process


STANDARD_LIMITS = Limits()


@dataclass(frozen=True)
class Column:
    """`position` counts from 0 in the file as its owner sees it; `name` is unique in the table."""

    position: int
    name: str

    @property
    def letter(self) -> str:
        return column_letter(self.position)


@dataclass(frozen=True)
class Row:
    """`number` is the row's number in a spreadsheet program, from 1; one cell for each column."""

    number: int
    cells: tuple[str, ...]


class Rows(Protocol):
    """Rows that are read from the file anew each time somebody walks over them."""

    def __iter__(self) -> Iterator[Row]: ...


@dataclass(frozen=True, kw_only=True)
class Table:
    """One sheet as a table.

    `sheet` is empty for CSV and `sheets` then too. `header_row` is 0 when the caller said that there
    is none. `top` shows the first rows as they stand, titles and headings included, so that a person
    can point at another heading row; its cells begin with column A.
    """

    name: str
    sheet: str
    sheets: tuple[str, ...]
    header_row: int
    columns: tuple[Column, ...]
    top: tuple[Row, ...]
    row_count: int
    rows: Rows


@dataclass(frozen=True, kw_only=True)
class OpenSheet:
    """A sheet while its file is open: clean texts by row number, with the rows that hold any."""

    records: Iterable[tuple[int, list[str]]]
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    merged_across: tuple[tuple[int, int, int], ...] = ()  # row number, first and last position


class Source(Protocol):
    """A file of any kind that can be opened again and again."""

    def open(self) -> AbstractContextManager[OpenSheet]: ...


KnownHeading = Callable[[str], bool]


def column_letter(position: int) -> str:
    """0 → "A", 25 → "Z", 26 → "AA"."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
