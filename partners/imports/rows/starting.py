"""The first step: the file is kept, looked at, and its columns are guessed."""

from collections.abc import Callable
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.files import File

from accounts.models import Coalition, Person
from common.spreadsheets.reading import read
from common.spreadsheets.table import UnreadableFile
from partners.imports import work
from partners.imports.dry_run import limits
from partners.imports.rows.columns import Column
from partners.models import ImportRun

SAMPLE_ROWS = 500  # that the guess looks at
EXAMPLES = 3
LONGEST_EXAMPLE = 80  # letters

Look = Callable[[ImportRun], None]
KnownHeading = Callable[[str], bool]


def begin(
    coalition: Coalition,
    upload: File,
    *,
    subject: str,
    look: Look,
    by: Person | None,
    at: datetime,
    told_name: str = "",
) -> ImportRun:
    """Keep the file and let `look` guess its columns. Raises UnreadableFile; then nothing is kept."""
    name = Path(str(upload.name)).name
    run = ImportRun(
        coalition=coalition,
        subject=subject,
        file_name=(told_name or name)[:255],
        started_by=by,
        created_at=at,
    )
    run.file.save(name, upload, save=False)
    try:
        look(run)
    except UnreadableFile:
        run.file.delete(save=False)
        raise
    run.save()
    return run


def columns_of(run: ImportRun, known: KnownHeading) -> list[Column]:
    """The headings with the first rows beneath them; where they stand is noted on the run."""
    with work.local_copy(run) as path:
        table = read(
            path,
            name=run.file_name,
            limits=limits(),
            sheet=run.sheet or None,
            header_row=None,
            known_heading=known,
        )
        run.sheet, run.header_row, run.total = table.sheet, table.header_row, table.row_count
        rows = [row.cells for row in islice(table.rows, SAMPLE_ROWS)]
    columns = [
        Column(column.name, tuple(cells[position] for cells in rows))
        for position, column in enumerate(table.columns)
    ]
    run.columns = [{"name": column.heading, "letter": ""} for column in columns]
    return columns


def examples(run: ImportRun, known: KnownHeading) -> list[dict[str, Any]]:
    """Of each column its heading, what it is taken for, and the first things that stand in it."""
    told = run.columns_by_position
    return [
        {
            "position": position,
            "heading": column.heading,
            "key": told.get(position, ""),
            "examples": [text[:LONGEST_EXAMPLE] for text in dict.fromkeys(column.filled)][
                :EXAMPLES
            ],
        }
        for position, column in enumerate(columns_of(run, known))
    ]
