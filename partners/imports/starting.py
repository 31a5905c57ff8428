"""The first step: a file is uploaded, looked at, and its columns are guessed."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.files import File
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.spreadsheets.reading import read
from common.spreadsheets.table import Table, UnreadableFile
from partners.imports import mapping, values, work
from partners.imports.columns import Columns
from partners.imports.dry_run import limits
from partners.imports.fields import normal_heading
from partners.imports.mapping import Guess, Sample
from partners.imports.options import Lists, Options
from partners.imports.standard import TOLD_ALONG
from partners.models import ImportRun, Vocabulary

SAMPLE_ROWS = 500  # that the guess looks at
WORD_ROWS = 5000  # in which the columns page looks for words that no list has
LONGEST_SHEET = 120
DATES = {"since_on", "contact_consent", "own date"}


def start(
    coalition: Coalition,
    upload: File,
    *,
    file_name: str,
    by: Person | None,
    at: datetime,
    sheet: str | None = None,
    header_row: int | None = None,
) -> ImportRun:
    """Keep the file and guess its columns. Raises UnreadableFile when it is none that we can read.

    `sheet` and `header_row` (0: there is none) are a person's word, where they have said so.
    """
    run = ImportRun(
        coalition=coalition,
        subject=ImportRun.Subject.PARTNERS,
        file_name=Path(file_name).name[:255],
        started_by=by,
        created_at=at,
    )
    run.file.save(file_name, upload, save=False)
    try:
        look(run, sheet=sheet, header_row=header_row)
    except UnreadableFile:
        run.file.delete(save=False)
        raise
    run.save()
    return run


def look(run: ImportRun, *, sheet: str | None = None, header_row: int | None = None) -> Table:
    """Read the headings of the sheet, and map its columns as last time or by a guess."""
    columns = Columns.of(run.coalition)
    with work.local_copy(run) as path:
        table = read(
            path,
            name=run.file_name,
            limits=limits(),
            sheet=sheet,
            header_row=header_row,
            known_heading=lambda heading: bool(mapping.by_heading(heading, columns)),
        )
        if len(table.sheet) > LONGEST_SHEET:
            raise UnreadableFile(_("The sheet's name is too long. Please shorten it."))
        _guess(run, table, columns)
    return table


def _guess(run: ImportRun, table: Table, columns: Columns) -> None:
    run.sheet, run.header_row, run.total = table.sheet, table.header_row, table.row_count
    run.columns = [{"name": column.name, "letter": column.letter} for column in table.columns]
    # Columns without headings are all alike: what they held last time says nothing.
    known = mapping.remembered(run.coalition, run.headings) if run.header_row else None
    if known is not None:
        run.options = known.options
        run.mapping = {p: key for p, key in known.mapping.items() if columns.is_known(key)}
        return
    rows = [row.cells for row in islice(table.rows, SAMPLE_ROWS)]
    samples = [
        Sample(position, column.name, [cells[position] for cells in rows])
        for position, column in enumerate(table.columns)
    ]
    lists = Lists.of(run.coalition)
    terms = {name: lists.known(name) for name in Vocabulary.values}
    told = [sample for sample in samples if normal_heading(sample.heading) not in TOLD_ALONG]
    guess = Guess(told, terms, columns).made()
    run.mapping = {str(position): key for position, key in guess.items()}
    run.options = Options(
        scheme=scheme_of(run), day_first=_is_day_first(run, samples, columns)
    ).to_json()


def scheme_of(run: ImportRun) -> str:
    """A number is told by the heading under which it stands, until the person names the system."""
    return next(
        (
            run.headings[p][:60]
            for p, key in run.columns_by_position.items()
            if key == "external_id"
        ),
        "",
    )


def _is_day_first(run: ImportRun, samples: list[Sample], columns: Columns) -> bool:
    """Whether a column of dates holds one like 31/01/2025, which no month can begin."""
    dates = [
        cell
        for sample in samples
        if columns.sorts([run.mapping.get(str(sample.position), "")]) & DATES
        for cell in sample.filled
    ]
    firsts = [
        cell.replace("-", "/").replace(".", "/").split("/")[0] for cell in dates if "/" in cell
    ]
    return any(first.isdigit() and int(first) > 12 for first in firsts)  # noqa: PLR2004 - months


# ---------------------------------------------------------------- what the columns page shows


@dataclass(frozen=True)
class Preview:
    """A look into the file: examples of each column, and words that no list has."""

    table: Table
    examples: dict[int, list[str]]
    unknown: dict[str, Counter[str]]


EXAMPLES = 3


def preview(run: ImportRun) -> Preview:
    with work.local_copy(run) as path:
        table = read(
            path,
            name=run.file_name,
            limits=limits(),
            sheet=run.sheet or None,
            header_row=run.header_row,
        )
        rows = [row.cells for row in islice(table.rows, WORD_ROWS)]
    examples = {position: _examples(rows, position) for position in range(len(table.columns))}
    return Preview(table, examples, _unknown_words(run, rows))


def _examples(rows: list[Any], position: int) -> list[str]:
    distinct = dict.fromkeys(values.one_line(cells[position]) for cells in rows[:SAMPLE_ROWS])
    return [text for text in distinct if text][:EXAMPLES]


def _unknown_words(run: ImportRun, rows: list[Any]) -> dict[str, Counter[str]]:
    lists = Lists.of(run.coalition)
    found: dict[str, Counter[str]] = {}
    for position, key in run.columns_by_position.items():
        if key not in Vocabulary.values:
            continue
        known = lists.known(key)
        counter = found.setdefault(key, Counter())
        for cells in rows:
            words = values.words(cells[position], known=known)
            counter.update(word for word in words if values.term_key(word) not in known)
    return {vocabulary: counter for vocabulary, counter in found.items() if counter}
