"""From a fresh copy to the first page: cold with an empty package cache, then warm."""

import os
import shutil
import signal
import subprocess
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from time import monotonic, perf_counter, sleep

from django.conf import settings

from benchmarks.server import free_port
from benchmarks.table import Line

PATIENCE = 900  # seconds
BETWEEN = 0.05  # seconds between two looks
TOLD = 600  # letters of what it said last
# What would lead the copy to the services or the data of this run.
OWN = ("DATABASE_URL", "REDIS_URL", "COMMONWEAL_DATA", "DJANGO_SETTINGS_MODULE", "MAKEFLAGS")


class DidNotStart(Exception):  # noqa: N818 - it is an answer
    """With what `make run` said last."""


def measure() -> Iterator[Line]:
    """What was committed last is what starts. Where the packages cannot be had, that is said instead."""
    with tempfile.TemporaryDirectory(prefix="commonweal-start-") as folder:
        copy = Path(folder) / "commonweal"
        # A folder that the database's own user may enter, when root runs this.
        Path(folder).chmod(0o755)
        subprocess.run(["git", "clone", "-q", str(settings.BASE_DIR), str(copy)], check=True)
        try:
            yield one("make run, cold, empty package cache", first_page(copy))
            yield one("make run, warm", first_page(copy))
        except DidNotStart as told:
            print(f"  `make run` could not be measured. It said: {told}", flush=True)
        finally:
            shutil.rmtree(copy, ignore_errors=True)


def one(operation: str, seconds: float) -> Line:
    return Line(operation=operation, p50=seconds * 1000, p95=seconds * 1000)


def first_page(copy: Path) -> float:
    """Seconds from `make run` until the sign-in page answers. Raises DidNotStart."""
    port, said = free_port(), copy.parent / "said.txt"
    # Neither pip nor uv finds anything that an earlier run has fetched.
    fresh = {"PIP_NO_CACHE_DIR": "1", "UV_NO_CACHE": "1", "XDG_CACHE_HOME": str(copy.parent / "no")}
    environment = {name: value for name, value in os.environ.items() if name not in OWN} | fresh
    with said.open("w") as output:
        started = perf_counter()
        up = subprocess.Popen(
            ["make", "run", f"PORT={port}"],
            cwd=copy,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            wait_for_page(f"http://127.0.0.1:{port}/accounts/login/", up, said=said)
            return perf_counter() - started
        finally:
            stop(up)


def stop(up: subprocess.Popen) -> None:
    """As Ctrl-C does: everything that it has started ends, before the folder goes."""
    if up.poll() is None:
        os.killpg(up.pid, signal.SIGTERM)
        up.wait()


def wait_for_page(url: str, up: subprocess.Popen, *, said: Path) -> None:
    deadline = monotonic() + PATIENCE
    while monotonic() < deadline and up.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except OSError:
            sleep(BETWEEN)
            continue
        return
    raise DidNotStart(said.read_text()[-TOLD:].strip() or "nothing")
