"""The first step: a file of ties is uploaded, looked at, and its columns are guessed."""

from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.files import File

from accounts.models import Coalition, Person
from common.spreadsheets.reading import read
from common.spreadsheets.table import UnreadableFile
from partners.imports import mapping as mappings
from partners.imports import work
from partners.imports.dry_run import limits
from partners.imports.ties.columns import Column, guess, is_field, known_key
from partners.models import ImportRun

SAMPLE_ROWS = 500  # that the guess looks at
EXAMPLES = 3


def start(
    coalition: Coalition, upload: File, *, file_name: str, by: Person | None, at: datetime
) -> ImportRun:
    """Keep the file and guess its columns. Raises UnreadableFile when it is none that we can read."""
    run = ImportRun(
        coalition=coalition,
        subject=ImportRun.Subject.TIES,
        file_name=Path(file_name).name[:255],
        started_by=by,
        created_at=at,
    )
    run.file.save(file_name, upload, save=False)
    try:
        _look(run)
    except UnreadableFile:
        run.file.delete(save=False)
        raise
    run.save()
    return run


def _look(run: ImportRun) -> None:
    columns = _columns(run)
    run.columns = [{"name": column.heading, "letter": ""} for column in columns]
    known = mappings.remembered(run.coalition, run.headings)
    if known is not None and all(map(is_field, known.mapping.values())):
        run.mapping, run.options = known.mapping, known.options
    else:
        run.mapping = guess(columns)


def _columns(run: ImportRun) -> list[Column]:
    with work.local_copy(run) as path:
        table = read(
            path,
            name=run.file_name,
            limits=limits(),
            sheet=run.sheet or None,
            header_row=None,
            known_heading=known_key,
        )
        run.sheet, run.header_row, run.total = table.sheet, table.header_row, table.row_count
        rows = [row.cells for row in islice(table.rows, SAMPLE_ROWS)]
    return [
        Column(column.name, tuple(cells[position] for cells in rows))
        for position, column in enumerate(table.columns)
    ]


def examples(run: ImportRun) -> list[dict[str, Any]]:
    """Of each column its heading, what it is taken for, and the first things that stand in it."""
    told = run.columns_by_position
    return [
        {
            "position": position,
            "heading": column.heading,
            "key": told.get(position, ""),
            "examples": list(dict.fromkeys(column.filled))[:EXAMPLES],
        }
        for position, column in enumerate(_columns(run))
    ]
