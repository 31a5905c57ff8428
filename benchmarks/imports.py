"""Bringing in 10,000 organisations: dry run, apply and undo, each beside a COPY of their rows.

Once into a coalition that has no partner yet, and once beside the many of the large one, with all of whom
every row is compared.
"""

import csv
import io
from collections.abc import Callable, Iterator
from time import perf_counter

from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Membership
from benchmarks import dataset
from benchmarks.table import Line
from partners import tasks
from partners.imports import starting
from partners.models import ImportRow, ImportRun, Organisation
from partners.operations import imports

ROWS = 10_000
HEADINGS = (
    "Organization ID,Name,Sectors,E-mail,Website,Phone,Street,City,State,Zip,Contact,Job title"
)
TABLES = ("organisation", "contact", "phone", "address", "externalidentifier", "classification")


def spreadsheet() -> bytes:
    """Names that no other has, the rest as such lists are."""
    out = io.StringIO()
    write = csv.writer(out).writerow
    write(HEADINGS.split(","))
    for n in range(ROWS):
        site = f"imported{n}.example"
        who = [f"X{n}", f"{n} Quarry Lane Neighbours", "Housing; Residents", f"office@{site}"]
        where = [
            f"https://{site}",
            f"(443) {n:07d}",
            f"{n} Quarry Lane",
            "Baltimore",
            "MD",
            "21214",
        ]
        write([*who, *where, f"Person {n}", "Director"])
    return out.getvalue().encode()


def measure(membership: Membership) -> Iterator[Line]:
    many = Organisation.objects.of_coalition(membership.coalition_id).count()
    yield from brought_in(dataset.newcomer(), "into none")
    yield from brought_in(membership, f"into {many:,}")


def brought_in(membership: Membership, where: str) -> Iterator[Line]:
    file = ContentFile(spreadsheet(), name="bench.csv")
    now, by = timezone.now(), membership.person
    run = starting.start(membership.coalition, file, file_name="bench.csv", by=by, at=now)
    imports.ask_for_dry_run(run, by=by, at=now, mapping=run.mapping, options={"unknown": "add"})
    dry_run = timed(lambda: tasks.check_import(run.pk), done=(run, ImportRun.State.CHECKED))
    imports.decide_all(run, decision=ImportRow.Decision.NEW)
    imports.ask_to_apply(run, by=by, at=now)
    applied = timed(lambda: tasks.apply_import(run.pk), done=(run, ImportRun.State.APPLIED))
    floor = copied(run)
    imports.ask_to_undo(run, by=by, at=now)
    undone = timed(lambda: tasks.undo_import(run.pk), done=(run, ImportRun.State.UNDONE))
    yield Line(operation=f"COPY of {ROWS:,} {where}, the floor", p50=floor, p95=floor)
    for word, (spent, queries) in (("dry run", dry_run), ("apply", applied), ("undo", undone)):
        yield Line(
            operation=f"import of {ROWS:,} {where}, {word}",
            p50=spent,
            p95=spent,
            queries=queries,
            floor=floor,
            ratio=spent / floor,
        )


def timed(work: Callable[[], None], *, done: tuple[ImportRun, str]) -> tuple[float, int]:
    """Milliseconds and queries of one piece of work, which must have succeeded."""
    run, state = done
    with CaptureQueriesContext(connection) as queries:
        started = perf_counter()
        work()
        spent = (perf_counter() - started) * 1000
    run.refresh_from_db()
    if run.state != state:
        raise RuntimeError(f"The import stands at {run.state}: {run.problem}")
    return spent, len(queries)


def copied(run: ImportRun) -> float:
    """Milliseconds of PostgreSQL's own COPY of the rows that the import made, indexes included."""
    spent = 0.0
    with connection.cursor() as cursor:
        for table in TABLES:
            key = "id" if table == "organisation" else "organisation_id"
            made = (
                f"SELECT * FROM partners_{table} WHERE {key} IN"
                f" (SELECT organisation_id FROM partners_importrow WHERE run_id = {run.pk})"
            )
            cursor.execute(f"CREATE TEMP TABLE copy_{table} (LIKE partners_{table} INCLUDING ALL)")
            generated = ", sort_name" if table == "organisation" else ""
            columns = columns_of(cursor, f"partners_{table}", without=generated.strip(", "))
            rows = io.StringIO()
            cursor.copy_expert(f"COPY (SELECT {columns} FROM ({made}) made) TO STDOUT", rows)
            rows.seek(0)
            started = perf_counter()
            cursor.copy_expert(f"COPY copy_{table} ({columns}) FROM STDIN", rows)
            spent += (perf_counter() - started) * 1000
            cursor.execute(f"DROP TABLE copy_{table}")
    return spent


def columns_of(cursor, table: str, *, without: str) -> str:  # noqa: ANN001 - Django's cursor wrapper
    cursor.execute(f"SELECT * FROM {table} LIMIT 0")
    return ", ".join(column.name for column in cursor.description if column.name != without)
