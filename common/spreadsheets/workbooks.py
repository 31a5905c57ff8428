"""XLSX and ODS as a source of rows, opened by `workbook_process` at arm's length."""

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from common.spreadsheets import refusals, workbook_process
from common.spreadsheets.formulas import unguarded
from common.spreadsheets.spans import Area
from common.spreadsheets.table import Limits, OpenSheet, UnreadableFile
from common.spreadsheets.values import clean, text_of
from common.spreadsheets.workbook_process import Description, Request

_PROJECT = Path(__file__).resolve().parents[2]
_ENDED_BY_LIMIT = {-signal.SIGABRT, -signal.SIGKILL, -signal.SIGXCPU, -signal.SIGSEGV}


@dataclass(frozen=True)
class Workbook:
    """A workbook and the sheet that is wanted of it; None is the first with content."""

    path: Path
    sheet: str | None
    limits: Limits

    @contextmanager
    def open(self) -> Iterator[OpenSheet]:
        process = subprocess.Popen(  # noqa: S603 -- our own program; the path is one JSON argument
            [sys.executable, "-m", workbook_process.__name__, json.dumps(asdict(self._request()))],
            cwd=_PROJECT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        with process:
            try:
                yield self._opened(process)
            finally:
                process.kill()

    def _request(self) -> Request:
        return Request(
            path=str(self.path.resolve()),
            sheet=self.sheet,
            max_columns=self.limits.max_columns,
            max_cell_chars=self.limits.max_cell_chars,
            max_memory=self.limits.max_memory,
            max_seconds=self.limits.max_seconds,
        )

    def _opened(self, process: subprocess.Popen[bytes]) -> OpenSheet:
        lines = self._lines(process)
        description = Description(**json.loads(next(lines)))
        merged = [(*area,) for area in description.merged]
        return OpenSheet(
            records=_filled_down(_records(lines), merged=merged),
            sheet=description.sheet,
            sheets=tuple(description.sheets),
            merged_across=tuple(
                (top + 1, left, right) for top, left, _bottom, right in merged if right > left
            ),
        )

    def _lines(self, process: subprocess.Popen[bytes]) -> Iterator[bytes]:
        assert process.stdout is not None  # noqa: S101 -- for the type checker; it is a pipe
        yield from process.stdout
        if status := process.wait():
            raise self._refusal(status)

    def _refusal(self, status: int) -> UnreadableFile:
        if status in _ENDED_BY_LIMIT or status == workbook_process.TOO_HEAVY:
            return refusals.too_heavy()
        if status == workbook_process.LOCKED:
            return refusals.locked()
        if status == workbook_process.NO_CONTENT:
            return refusals.no_rows()
        if status == workbook_process.NO_SUCH_SHEET:
            return UnreadableFile(
                _("This file has no sheet with the name “%(sheet)s”. Please choose another sheet.")
                % {"sheet": self.sheet}
            )
        return refusals.damaged()


def _records(lines: Iterator[bytes]) -> Iterator[tuple[int, list[str]]]:
    for line in lines:
        number, cells = json.loads(line)
        texts = [_text(cell) for cell in cells]
        if any(texts):
            yield number, texts


def _text(cell: str | float | bool) -> str:  # noqa: FBT001 -- a value, not a switch
    return unguarded(clean(cell)) if isinstance(cell, str) else text_of(cell)


def _filled_down(
    records: Iterator[tuple[int, list[str]]], *, merged: list[Area]
) -> Iterator[tuple[int, list[str]]]:
    """A cell merged over several rows says the same in each of them that has content of its own.

    Sideways nothing is filled here: a line merged across the table is a title, not eight equal values.
    """
    starting = _areas_by_first_row(merged)
    open_areas: dict[int, tuple[int, str]] = {}  # by position: last row and text
    for number, cells in records:
        for position, (last_row, text) in open_areas.items():
            if number <= last_row:
                cells[position] = cells[position] or text
        for position, last_row in starting.get(number, ()):
            open_areas[position] = last_row, cells[position]
        yield number, cells


def _areas_by_first_row(merged: list[Area]) -> dict[int, list[tuple[int, int]]]:
    """Position and last row number of the areas that go over several rows."""
    starting: dict[int, list[tuple[int, int]]] = {}
    for top, left, bottom, _right in merged:
        if bottom > top:
            starting.setdefault(top + 1, []).append((left, bottom + 1))
    return starting
