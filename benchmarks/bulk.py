"""Changing 1,000 and 10,000 organisations together and taking it back, beside one UPDATE of the same rows."""

from collections.abc import Callable, Iterator
from time import perf_counter
from typing import Any

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import Membership
from benchmarks.table import Line
from partners.models import BulkEdit, Organisation
from partners.operations.bulk import edits
from partners.reports.bulk.words import Preview

SIZES = (1_000, 10_000)
WISHES: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("owner", BulkEdit.Action.OWNER, "", {"owner": None}),
    ("two tags", BulkEdit.Action.ADD, "tag", {"terms": [], "names": ["asthma", "food"]}),
)


def measure(membership: Membership) -> Iterator[Line]:
    for size in SIZES:
        ids = list(
            Organisation.objects.visible_to(membership).by_name().values_list("pk", flat=True)
        )
        floor = updated(ids[:size])
        yield Line(operation=f"one UPDATE of {size:,} rows, the floor", p50=floor, p95=floor)
        for name, action, vocabulary, values in WISHES:
            edit = prepared(
                membership, ids[:size], action=action, vocabulary=vocabulary, values=values
            )
            for step, (spent, queries) in steps(edit, membership):
                yield Line(
                    operation=f"bulk edit of {size:,}, {name}, {step}",
                    p50=spent,
                    p95=spent,
                    queries=queries,
                    floor=floor,
                    ratio=spent / floor,
                )


def prepared(membership: Membership, ids: list[int], **wish: Any) -> BulkEdit:
    return edits.prepare(membership.coalition, ids, by=membership.person, at=timezone.now(), **wish)


def steps(edit: BulkEdit, membership: Membership) -> Iterator[tuple[str, tuple[float, int]]]:
    now, by = timezone.now(), membership.person
    preview = Preview(edit)
    yield "preview", timed(lambda: preview.rows)
    edits.ask_to_apply(edit, seen=preview.plan.seen, by=by, at=now)
    yield "apply", timed(lambda: edits.perform(edit.pk, at=now))
    edits.ask_to_undo(edit, by=by, at=now)
    yield "undo", timed(lambda: edits.perform(edit.pk, at=now))
    edit.refresh_from_db()
    if edit.state != BulkEdit.State.UNDONE:
        raise RuntimeError(f"The edit stands at {edit.state}: {edit.problem}")


def timed(work: Callable[[], object]) -> tuple[float, int]:
    """Milliseconds and queries of one piece of work."""
    with CaptureQueriesContext(connection) as queries:
        started = perf_counter()
        work()
        spent = (perf_counter() - started) * 1000
    return spent, len(queries)


def updated(ids: list[int]) -> float:
    """Milliseconds of one hand-written UPDATE with its history, which search need not follow; taken back."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL commonweal.search = 'later'")
        started = perf_counter()
        cursor.execute(
            "UPDATE partners_organisation SET owner_id = NULL WHERE id = ANY (%s)", [ids]
        )
        spent = (perf_counter() - started) * 1000
        transaction.set_rollback(True)
    return spent
