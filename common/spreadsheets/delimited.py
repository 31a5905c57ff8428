"""CSV and its relatives: tables as text, read line by line so that memory does not grow with the file."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import StringIO
from itertools import count, islice
from pathlib import Path
from typing import Self, TextIO

from django.utils.translation import gettext as _

from common.spreadsheets.encodings import STRAY_BYTES, Encoding, encoding_of
from common.spreadsheets.formulas import unguarded
from common.spreadsheets.stray_quotes import has_swallowed_rows
from common.spreadsheets.table import OpenSheet, UnreadableFile
from common.spreadsheets.values import clean

_DELIMITERS = ",;\t|"
_SAMPLE_CHARS = 64 * 1024
_SAMPLE_RECORDS = 100
_MOST_CHARS_IN_A_ROW = 2_000_000
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)  # Excel writes, obeys and hides it


@dataclass(frozen=True)
class DelimitedFile:
    """A text file with what it takes to split it into rows and cells."""

    path: Path
    encoding: Encoding
    delimiter: str
    has_separator_line: bool

    @classmethod
    def found_at(cls, path: Path) -> Self:
        encoding = encoding_of(path)
        with _opened(path, encoding) as file:
            sample = file.read(_SAMPLE_CHARS)
        if told := _SEPARATOR_LINE.match(sample):
            return cls(path, encoding, delimiter=told[1], has_separator_line=True)
        delimiter = max(_DELIMITERS, key=lambda candidate: _fit(sample, candidate))
        return cls(path, encoding, delimiter=delimiter, has_separator_line=False)

    @contextmanager
    def open(self) -> Iterator[OpenSheet]:
        with _opened(self.path, self.encoding) as file:
            if self.has_separator_line:
                file.readline()
            yield OpenSheet(records=self._records(file))

    def _records(self, file: TextIO) -> Iterator[tuple[int, list[str]]]:
        lines = _Lines(file, repairs_stray_bytes=self.encoding.errors == "surrogateescape")
        records = csv.reader(lines, delimiter=self.delimiter)
        width = 0
        for number in count(1):
            try:
                cells = next(records, None)
            except csv.Error as error:  # a cell of more than 131,072 characters
                raise (_quote_left_open if lines.has_quote else _too_long)(number) from error
            if cells is None:
                return
            if lines.has_ended:
                raise _quote_left_open(number)
            if has_swallowed_rows(lines.of_row, cells, delimiter=self.delimiter, width=width):
                raise _rows_swallowed(number)
            width = len(cells) or width
            lines.begin_row()
            yield number, [unguarded(clean(cell)) for cell in cells]


def _opened(path: Path, encoding: Encoding) -> TextIO:
    return path.open(encoding=encoding.name, errors=encoding.errors, newline="")


class _Lines:
    """Lines for the csv module, which by itself would swallow a whole file after one open quote."""

    def __init__(self, file: TextIO, *, repairs_stray_bytes: bool) -> None:
        self.file = file
        self.repairs_stray_bytes = repairs_stray_bytes
        self.has_ended = False
        self.begin_row()

    def begin_row(self) -> None:
        self.of_row: list[str] = []
        self.chars_in_row, self.has_quote = 0, False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = self.file.readline(_MOST_CHARS_IN_A_ROW)
        if not line:
            self.has_ended = True
            raise StopIteration
        self.chars_in_row += len(line)
        self.of_row.append(line)
        self.has_quote = self.has_quote or '"' in line
        if self.chars_in_row >= _MOST_CHARS_IN_A_ROW:
            raise csv.Error
        if self.repairs_stray_bytes and not line.isascii():
            return line.translate(STRAY_BYTES)
        return line


def _quote_left_open(number: int) -> UnreadableFile:
    return UnreadableFile(
        _(
            "Row %(row)d never ends, most likely because a quotation mark in it is not closed. "
            "Please correct that row, or save the table as an Excel workbook (.xlsx)."
        )
        % {"row": number}
    )


def _rows_swallowed(number: int) -> UnreadableFile:
    return UnreadableFile(
        _(
            "Row %(row)d would take in the rows beneath it, most likely because a quotation mark in it "
            "is not closed. Please correct that row, or save the table as an Excel workbook (.xlsx)."
        )
        % {"row": number}
    )


def _too_long(number: int) -> UnreadableFile:
    return UnreadableFile(
        _("Row %(row)d is longer than can be read. Please shorten the texts in it.")
        % {"row": number}
    )


def _fit(sample: str, delimiter: str) -> tuple[bool, float]:
    """How well the delimiter explains the sample: no quote in a wrong place, rows of equal width."""
    is_strict, widths = _widths(sample, delimiter)
    several = Counter(width for width in widths if width > 1)
    if not several:
        return False, 0.0
    width, rows = several.most_common(1)[0]
    return is_strict, rows / len(widths) * (width - 1) ** 0.5


def _widths(sample: str, delimiter: str) -> tuple[bool, list[int]]:
    """The widths of the rows in the sample, and whether every quote stands beside a delimiter."""
    lines = list(StringIO(sample, newline=""))
    if len(sample) == _SAMPLE_CHARS:
        lines = lines[:-1] or lines
    for is_strict in (True, False):
        records = csv.reader(lines, delimiter=delimiter, strict=is_strict)
        widths: list[int] = []
        try:
            widths.extend(len(cells) for cells in islice(records, _SAMPLE_RECORDS) if cells)
        except csv.Error:
            if records.line_num < len(lines):
                continue  # not merely a quoted cell that the end of the sample cut in two
        return is_strict, widths
    return False, widths
