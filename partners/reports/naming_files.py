"""Files in which somebody is named: looked for when they ask what is held about them, or to be forgotten.

Looked into are the names of all kept files and every cell of the spreadsheets that were brought in. What
else stands in a kept file is not looked into: see docs/decisions.
"""

import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from common import file_names
from common.spreadsheets.reading import read
from common.spreadsheets.table import UnreadableFile
from partners.models import Attachment, ImportRow, ImportRun


@dataclass(frozen=True)
class NamingFiles:
    """`kept` have them in their name; `spreadsheets` in a cell, or cannot be read to rule that out."""

    kept: Sequence[Attachment] = ()
    spreadsheets: Sequence[ImportRun] = ()


def needles_of(*, name: str, email: str, phone: str = "") -> list[str]:
    """What tells of nobody else: a name of one word is a word too."""
    full_name = name if " " in name.strip() else ""
    return [needle for needle in (email, phone, full_name) if needle]


def naming_files(
    coalitions: Collection[int], needles: Sequence[str], *, reads_sources: bool = True
) -> NamingFiles:
    """What is kept in these coalitions and names somebody.

    The rows of a spreadsheet tell it at once. With `reads_sources` its titles, its other sheets and
    what nobody has confirmed yet are read for it too, which takes as long as the files are long.
    """
    if not needles:
        return NamingFiles()
    patterns = [file_names.pattern_of(needle) for needle in needles]
    kept = Attachment.objects.filter(coalition__in=coalitions).named_after(patterns)
    rows = ImportRow.objects.filter(coalition__in=coalitions).mentioning(needles)
    found = set(rows.order_by().values_list("run", flat=True).distinct())
    runs = ImportRun.objects.with_file().filter(coalition__in=coalitions)
    naming = [
        run
        for run in runs.select_related("coalition").order_by("pk")
        if run.pk in found or (reads_sources and _is_named_in(run, needles))
    ]
    return NamingFiles(list(kept), naming)


def _is_named_in(run: ImportRun, needles: Iterable[str]) -> bool:
    wanted = [needle.casefold() for needle in needles]
    try:
        return any(needle in cell.casefold() for cell in _cells(run) for needle in wanted)
    except (UnreadableFile, FileNotFoundError):
        return True


def _cells(run: ImportRun) -> Iterator[str]:
    with tempfile.NamedTemporaryFile(suffix=Path(str(run.file.name)).suffix) as copy:
        with run.file.open():
            for chunk in run.file.chunks():
                copy.write(chunk)
        copy.flush()
        path = Path(copy.name)
        first = read(path, name=run.file_name, header_row=0)
        others = (
            read(path, name=run.file_name, sheet=sheet, header_row=0)
            for sheet in first.sheets
            if sheet != first.sheet
        )
        for table in (first, *others):
            for row in table.rows:
                yield from row.cells
