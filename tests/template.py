"""A database that has every migration, for the workers of a run to copy.

All the migrations take longer than most files of tests. A process of its own makes them, unmeasured, while
the workers still read the tests; whoever needs a database first waits for its end.
"""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK, DONE = "migrating", "migrated"


@contextmanager
def being_migrated(data: Path, environment: dict[str, str]) -> Iterator[None]:
    """The database that `environment` names is migrated meanwhile."""
    with (data / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        process = subprocess.Popen(
            [sys.executable, "-m", __name__, str(data / DONE)],
            cwd=ROOT,
            env=os.environ | environment | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
            pass_fds=[lock.fileno()],  # held until the process ends, however it does
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    try:
        yield
    finally:
        process.terminate()
        process.wait()


def is_migrated() -> bool:
    """Whether there is one to copy. What failed there fails once more where it can be read."""
    data = Path(os.environ.get("COMMONWEAL_DATA", ""))
    if not (data / LOCK).exists():  # the server was given, and its database is not ours
        return False
    with (data / LOCK).open() as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
    return (data / DONE).exists()


def migrate(done: Path) -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    done.touch()


if __name__ == "__main__":
    migrate(Path(sys.argv[1]))
