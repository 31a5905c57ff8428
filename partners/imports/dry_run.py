"""The dry run: every row of the file is read and judged, and nothing of the coalition's is touched."""

from collections.abc import Iterator

from django.conf import settings

from common.database.loading import load
from common.spreadsheets.reading import read
from common.spreadsheets.table import Limits, Row, Table
from partners.imports import noting, subjects, work
from partners.imports.drafts import Draft
from partners.models import ImportRow, ImportRun

BATCH = 1000
LONGEST_HEADING = 120  # that ImportRow.column holds


def check(run: ImportRun) -> None:
    """Write down for every row what it would do. Decisions about the same doubt are kept."""
    decided = _decisions(run)
    run.rows.all().delete()
    subject = subjects.of(run)
    with work.local_copy(run) as path:
        table = open_table(run, path)
        run.total = table.row_count
        _read(run, table, subject)
    plan = subject.plan(run, applies=False)
    done = 0
    noting.begin()
    for planned in plan.batches():
        done += len(planned.rows)
        noting.note_outcomes((row, decided.get(_doubt(row), "")) for row in planned.rows)
        work.report(run, (run.total + done) // 2)
    noting.write_outcomes()
    run.state, run.done, run.problem = ImportRun.State.CHECKED, run.total, ""
    run.counts = ImportRow.objects.filter(run=run).counted()
    run.unknown_terms = {name: dict(words) for name, words in plan.lists.unknown.items() if words}
    run.save()


def open_table(run: ImportRun, path: object) -> Table:
    """The file as a table, as the person told to read it. Raises UnreadableFile."""
    return read(
        path,  # type: ignore[arg-type]
        name=run.file_name,
        limits=limits(),
        sheet=run.sheet or None,
        header_row=run.header_row,
    )


def limits() -> Limits:
    return Limits(max_bytes=settings.IMPORT_MAX_BYTES, max_rows=settings.IMPORT_MAX_ROWS)


def _read(run: ImportRun, table: Table, subject: subjects.Subject) -> None:
    reader = subject.reader(run)
    done = 0
    for rows in _batches(iter(table.rows)):
        load([_row(run, reader.draft(row.number, row.cells)) for row in rows])
        done += len(rows)
        work.report(run, done // 2)


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _row(run: ImportRun, draft: Draft) -> ImportRow:
    fault = draft.fault
    return ImportRow(
        run_id=run.pk,
        coalition_id=run.coalition_id,
        number=draft.number,
        cells=list(draft.cells),
        values=draft.values,
        notes=draft.notes,
        outcome=ImportRow.Outcome.REJECTED if fault else ImportRow.Outcome.NEW,
        reason=fault.reason if fault else "",
        column=fault.column[:LONGEST_HEADING] if fault else "",
    )


# ---------------------------------------------------------------- outcomes

# Row, organisation, earlier row, and the name, for another sheet has rows of these numbers too.
Doubt = tuple[int, int | None, int | None, str]


def _decisions(run: ImportRun) -> dict[Doubt, str]:
    rows = run.rows.exclude(decision="").values_list(
        "number", "organisation_id", "same_as", "values__name", "decision"
    )
    return {tuple(doubt): decision for *doubt, decision in rows}


def _doubt(row: ImportRow) -> Doubt:
    return row.number, row.organisation_id, row.same_as, row.values.get("name", "")
