"""Reading a table out of any file that a person may upload: `read`."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from common.spreadsheets import refusals
from common.spreadsheets.delimited import DelimitedFile
from common.spreadsheets.heading_groups import beneath_others
from common.spreadsheets.headings import column_names, find_header_row
from common.spreadsheets.kinds import Kind, kind_of
from common.spreadsheets.sheets import likely_sheet
from common.spreadsheets.survey import Survey, survey_of
from common.spreadsheets.table import (
    STANDARD_LIMITS,
    Column,
    KnownHeading,
    Limits,
    OpenSheet,
    Row,
    Source,
    Table,
    UnreadableFile,
)
from common.spreadsheets.workbooks import Workbook


def read(
    path: Path,
    *,
    name: str,
    limits: Limits = STANDARD_LIMITS,
    sheet: str | None = None,
    header_row: int | None = None,
    known_heading: KnownHeading | None = None,
) -> Table:
    """Read the file at `path`, which its owner calls `name`.

    The whole file is walked through once, so that every refusal comes now and none while its rows are
    used; the rows are then read again from the file, which must stay where it is. `sheet` and
    `header_row` (0: there is none) are a person's word and override what we find.

    Raises UnreadableFile with a sentence for the reader.
    """
    if sheet is None and known_heading:
        sheet = likely_sheet(path, limits=limits, known_heading=known_heading)
    source = _source(path, sheet=sheet, limits=limits)
    with source.open() as opened:
        survey = survey_of(opened, limits=limits)
    if header_row is None:
        header_row = find_header_row(survey.top, known_heading=known_heading)
    _check_header_row(header_row, survey=survey)
    columns = _columns(survey, opened, header_row=header_row)
    return Table(
        name=name,
        sheet=opened.sheet,
        sheets=opened.sheets,
        header_row=header_row,
        columns=columns,
        top=tuple(survey.top),
        row_count=survey.rows_below(header_row),
        rows=_RowsBelow(source=source, header_row=header_row, columns=columns),
    )


def _source(path: Path, *, sheet: str | None, limits: Limits) -> Source:
    if kind_of(path, limits=limits) is Kind.WORKBOOK:
        return Workbook(path, sheet=sheet, limits=limits)
    return DelimitedFile.found_at(path)


def _check_header_row(header_row: int, *, survey: Survey) -> None:
    if survey.top and header_row > survey.top[-1].number:
        raise UnreadableFile(
            _("Row %(row)d cannot be the row of headings. Please choose one of the first rows.")
            % {"row": header_row}
        )
    if not survey.rows_below(header_row):
        raise refusals.no_rows()


def _columns(survey: Survey, opened: OpenSheet, *, header_row: int) -> tuple[Column, ...]:
    """The columns with a heading or content, so that spacer columns and stray spaces drop out."""
    headings = _headings(survey, opened, header_row=header_row)
    return tuple(
        Column(position, name)
        for position, name in enumerate(column_names(headings))
        if headings[position] or survey.is_filled_below(header_row, position)
    )


def _headings(survey: Survey, opened: OpenSheet, *, header_row: int) -> list[str]:
    """The texts of the heading row; a heading merged over several columns names each of them."""
    cells = next((row.cells for row in survey.top if row.number == header_row), ())
    headings = [*cells, *[""] * (survey.width - len(cells))]
    for number, left, right in opened.merged_across:
        if number == header_row and left < len(headings):
            inside = slice(left, min(right + 1, len(headings)))
            headings[inside] = [heading or headings[left] for heading in headings[inside]]
    return beneath_others(headings, survey.top, opened.merged_across, header_row=header_row)


@dataclass(frozen=True, kw_only=True)
class _RowsBelow:
    """The rows beneath the headings, from the file, anew for each walk."""

    source: Source
    header_row: int
    columns: tuple[Column, ...]

    def __iter__(self) -> Iterator[Row]:
        positions = [column.position for column in self.columns]
        width = max(positions) + 1
        with self.source.open() as opened:
            for number, cells in opened.records:
                if number > self.header_row and any(cells):
                    cells.extend([""] * (width - len(cells)))
                    yield Row(number, tuple([cells[position] for position in positions]))
