"""One walk through all rows of a sheet: what it holds, and that it keeps to the limits."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from common.spreadsheets.table import Limits, OpenSheet, Row, UnreadableFile, column_letter

_TOP_ROWS = 50


@dataclass
class Survey:
    """What a walk tells. `top` keeps the first rows with content, the only ones that can be headings."""

    top: list[Row] = field(default_factory=list)
    row_count: int = 0
    width: int = 0
    filled_later: set[int] = field(default_factory=set)  # positions with content beneath `top`

    def add(self, number: int, cells: list[str]) -> None:
        self.row_count += 1
        self.width = max(self.width, len(cells))
        if len(self.top) < _TOP_ROWS:
            self.top.append(Row(number, tuple(cells)))
        elif len(self.filled_later) < self.width:
            self.filled_later.update(position for position, cell in enumerate(cells) if cell)

    def rows_below(self, header_row: int) -> int:
        return self.row_count - sum(row.number <= header_row for row in self.top)

    def is_filled_below(self, header_row: int, position: int) -> bool:
        below = (row for row in self.top if row.number > header_row)
        return position in self.filled_later or any(_has(row.cells, position) for row in below)


def survey_of(opened: OpenSheet, *, limits: Limits) -> Survey:
    """Walk through the sheet; raise UnreadableFile at the first row that is too much."""
    survey = Survey()
    for number, cells in opened.records:
        while cells and not cells[-1]:
            cells.pop()
        if not cells:
            continue
        _check_row(number, cells, limits=limits)
        survey.add(number, cells)
        if survey.row_count > limits.max_rows + 1:  # the headings are a row as well
            raise _too_many_rows(limits.max_rows)
    return survey


def _check_row(number: int, cells: Sequence[str], *, limits: Limits) -> None:
    if len(cells) > limits.max_columns:
        raise UnreadableFile(
            _(
                "Row %(row)d has content in column %(column)s; at most %(limit)d columns can be read. "
                "Please remove what stands to the right of the table."
            )
            % {"row": number, "column": column_letter(len(cells) - 1), "limit": limits.max_columns}
        )
    longest = max(cells, key=len)
    if len(longest) > limits.max_cell_chars:
        cell = f"{column_letter(cells.index(longest))}{number}"
        raise UnreadableFile(
            _("Cell %(cell)s holds more than %(limit)d characters. Please shorten its text.")
            % {"cell": cell, "limit": limits.max_cell_chars}
        )


def _too_many_rows(limit: int) -> UnreadableFile:
    return UnreadableFile(
        _(
            "This file has more than %(limit)d rows, the most that can be read at once. "
            "Please split it into several files."
        )
        % {"limit": limit}
    )


def _has(cells: Sequence[str], position: int) -> bool:
    return position < len(cells) and bool(cells[position])
