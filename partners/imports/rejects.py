"""The rows that could not be read, as a file of the same shape with the reason in a last column."""

from collections.abc import Iterator
from typing import IO

from django.utils.translation import gettext as _

from common.spreadsheets.writing import csv_chunks, write_xlsx
from partners.models import ImportRow, ImportRun


def columns(run: ImportRun) -> list[str]:
    return [*run.headings, _("Reason")]


def rows(run: ImportRun) -> Iterator[list[str]]:
    """Mended and imported again, the column of reasons fills no field."""
    width = len(run.headings)
    rejected = run.rows.with_outcome(ImportRow.Outcome.REJECTED).order_by("number")
    for row in rejected.iterator(chunk_size=1000):
        cells = [*row.cells, *[""] * width][:width]
        yield [*cells, reason(row)]


def reason(row: ImportRow) -> str:
    return f"{row.column}: {row.reason}" if row.column else row.reason


def as_csv(run: ImportRun) -> Iterator[bytes]:
    return csv_chunks(columns=columns(run), rows=rows(run))


def write_as_xlsx(run: ImportRun, out: IO[bytes]) -> None:
    write_xlsx(out, columns=columns(run), rows=rows(run), sheet_name=_("Rejected rows"))
