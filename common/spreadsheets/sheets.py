"""Which sheet of a workbook looks like the list: not the one called "Read me" that stands before it."""

from itertools import islice
from pathlib import Path

from common.spreadsheets.kinds import Kind, kind_of
from common.spreadsheets.table import KnownHeading, Limits, UnreadableFile
from common.spreadsheets.workbooks import Workbook

_MOST_SHEETS = 12  # each is opened once
_TOP_ROWS = 50


def likely_sheet(path: Path, *, limits: Limits, known_heading: KnownHeading) -> str | None:
    """The first of those with most known headings in one row; None where nothing speaks for any."""
    if kind_of(path, limits=limits) is not Kind.WORKBOOK:
        return None
    with Workbook(path, sheet=None, limits=limits).open() as opened:
        names = opened.sheets[:_MOST_SHEETS]
    if len(names) < 2:  # noqa: PLR2004 - nothing to choose
        return None
    known = {
        name: _known_headings(Workbook(path, sheet=name, limits=limits), known_heading)
        for name in names
    }
    best = max(names, key=lambda name: known[name])
    return best if known[best] else None


def _known_headings(sheet: Workbook, known_heading: KnownHeading) -> int:
    try:
        with sheet.open() as opened:
            rows = [cells for _number, cells in islice(opened.records, _TOP_ROWS)]
    except UnreadableFile:  # it holds nothing
        return 0
    return max((sum(bool(text) and known_heading(text) for text in row) for row in rows), default=0)
