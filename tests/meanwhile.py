"""Two connections at once: one has written and not committed, the other runs into it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from django.db import connection, transaction

# Asked again and again until somebody waits; the statement itself takes its time between two looks.
SOMEBODY_WAITS = """
SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted AND %s = ANY (pg_blocking_pids(pid))),
    pg_sleep(0.02)
"""
LOOKS = 1000


def wait_until_somebody_waits(*, for_pid: int) -> None:
    with connection.cursor() as cursor:
        for _look in range(LOOKS):
            cursor.execute(SOMEBODY_WAITS, [for_pid])
            if cursor.fetchone()[0]:
                return
    raise AssertionError("nobody waits")


def while_uncommitted(write: Callable[[], object], act: Callable[[], object]) -> object:
    """Write, let `act` begin in a thread of its own and run into what is written, then commit."""

    def acting() -> object:
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=1) as threads:
        with transaction.atomic():
            write()
            acted: Future[object] = threads.submit(acting)
            wait_until_somebody_waits(for_pid=connection.connection.info.backend_pid)
        return acted.result(timeout=60)
