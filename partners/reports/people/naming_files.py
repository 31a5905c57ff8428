"""Files in which somebody is named: looked for when they ask what is held about them, or to be forgotten.

Looked into are the names of all kept files and every cell of the spreadsheets that were brought in. What
else stands in a kept file is not looked into: see docs/decisions.
"""

import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from common.personal import file_names
from common.spreadsheets.reading import read
from common.spreadsheets.table import UnreadableFile
from partners.models import Attachment, ImportRow, ImportRun

READ_AT_MOST = 4_000_000  # bytes of all spreadsheets together


@dataclass(frozen=True)
class NamingFiles:
    """`kept` have them in their name; `spreadsheets` in a cell, or cannot be read to rule that out.

    That a page does not wait for long files, no more than `READ_AT_MOST` is read, the shorter ones first.
    """

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
    what nobody has confirmed yet are read for it too, as far as `READ_AT_MOST` goes.
    """
    if not needles:
        return NamingFiles()
    patterns = [file_names.pattern_of(needle) for needle in needles]
    kept = Attachment.objects.filter(coalition__in=coalitions).named_after(patterns)
    rows = ImportRow.objects.filter(coalition__in=coalitions).mentioning(needles)
    found = set(rows.order_by().values_list("run", flat=True).distinct())
    with_file = ImportRun.objects.with_file().filter(coalition__in=coalitions)
    runs = list(with_file.select_related("coalition").order_by("pk"))
    if reads_sources:
        found |= _not_ruled_out([run for run in runs if run.pk not in found], needles)
    return NamingFiles(list(kept), [run for run in runs if run.pk in found])


def _not_ruled_out(runs: Iterable[ImportRun], needles: Collection[str]) -> set[int]:
    """Ids of those that name somebody, or are beyond what is read."""
    left, found = READ_AT_MOST, set()
    for size, run in sorted(((_size(run), run) for run in runs), key=lambda each: each[0]):
        left -= size
        if left < 0 or _is_named_in(run, needles):
            found.add(run.pk)
    return found


def _size(run: ImportRun) -> int:
    """In bytes; none where the file is gone, which reading it will tell."""
    try:
        return int(run.file.size)
    except FileNotFoundError:
        return 0


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
