"""From a fresh copy to the first page: cold with an empty package cache, then warm."""

import os
import shutil
import signal
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, perf_counter

from django.conf import settings

from benchmarks.server import free_port
from benchmarks.table import Line

PATIENCE = 600  # seconds


def measure() -> Iterator[Line]:
    with tempfile.TemporaryDirectory(prefix="commonweal-start-") as folder:
        copy = Path(folder) / "commonweal"
        # A folder that the database's own user may enter, when root runs this.
        Path(folder).chmod(0o755)
        subprocess.run(["git", "clone", "-q", str(settings.BASE_DIR), str(copy)], check=True)
        yield one("make run, cold, empty package cache", first_page(copy))
        yield one("make run, warm", first_page(copy))
        shutil.rmtree(copy, ignore_errors=True)


def one(operation: str, seconds: float) -> Line:
    return Line(operation=operation, p50=seconds * 1000, p95=seconds * 1000)


def first_page(copy: Path) -> float:
    """Seconds from `make run` until the sign-in page answers."""
    port = free_port()
    own = ("DATABASE_URL", "REDIS_URL", "COMMONWEAL_DATA", "DJANGO_SETTINGS_MODULE")
    environment = {name: value for name, value in os.environ.items() if name not in own}
    started = perf_counter()
    up = subprocess.Popen(
        ["make", "run", f"PORT={port}"],
        cwd=copy,
        env=environment | {"PIP_NO_CACHE_DIR": "1"},
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for_page(f"http://127.0.0.1:{port}/accounts/login/", up)
        return perf_counter() - started
    finally:
        os.killpg(up.pid, signal.SIGTERM)
        up.wait()


def wait_for_page(url: str, up: subprocess.Popen) -> None:
    deadline = monotonic() + PATIENCE
    while monotonic() < deadline and up.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except OSError:
            continue
        return
    raise TimeoutError(f"{url} did not answer.")
