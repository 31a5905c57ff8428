"""`manage.py up` as a person runs it: another process, with a data folder and a port of its own."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from coalition.processes import MARK

ROOT = Path(__file__).resolve().parent.parent.parent
PATIENCE = 120.0  # seconds; a busy machine needs a while to load everything
ADDRESS = re.compile(r"Commonweal runs at (\S+)")  # "Commonweal runs at http://127.0.0.1:8000"


def own_environment() -> dict[str, str]:
    """Ours without the servers of the test run, so that the product starts its own."""
    foreign = {"DATABASE_URL", "REDIS_URL", "COMMONWEAL_DATA", "DJANGO_SETTINGS_MODULE", "SITE_URL"}
    return {name: value for name, value in os.environ.items() if name not in foreign}


def manage(*arguments: str, data: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """One command from another terminal, to its end; `variables` are of its environment."""
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=own_environment() | {"COMMONWEAL_DATA": str(data)} | variables,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def wait_until(is_true: Callable[[], bool], *, what: str) -> None:
    """Looks again and again until it is so; fails after two minutes."""
    deadline = time.monotonic() + PATIENCE
    while not is_true():
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {PATIENCE:.0f} s in vain: {what}")
        time.sleep(0.1)


@dataclass
class RunningUp:
    """Starts on entering, is gone on leaving, whatever happened between."""

    data: Path
    port: int = 0
    options: tuple[str, ...] = ("--no-sample",)
    process: subprocess.Popen[str] | None = None
    output: Path = field(init=False)

    def __post_init__(self) -> None:
        self.output = self.data / "terminal.txt"

    def __enter__(self) -> "RunningUp":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill_tree()

    def start(self) -> "RunningUp":
        self.data.mkdir(parents=True, exist_ok=True)
        with self.output.open("w") as output:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "manage.py", "up"),
                    *("--data", str(self.data), "--port", str(self.port), *self.options),
                ],
                cwd=ROOT,
                env=own_environment(),
                stdout=output,
                stderr=subprocess.STDOUT,
                text=True,
            )
        return self

    @property
    def said(self) -> str:
        return self.output.read_text()

    @property
    def address(self) -> str:
        """As printed; waits for it."""
        wait_until(
            lambda: bool(ADDRESS.search(self.said)) or not self.is_running, what="an address"
        )
        found = ADDRESS.search(self.said)
        assert found, self.said
        return found[1]

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def get(self, path: str) -> tuple[int, str]:
        """Status and body. Status 0 when nobody answers."""
        server = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=10)
        try:
            server.request("GET", path)
            answer = server.getresponse()
            return answer.status, answer.read().decode()
        except (OSError, http.client.HTTPException):
            return 0, ""
        finally:
            server.close()

    def health(self) -> dict[str, str]:
        status, body = self.get("/healthz")
        return json.loads(body) if status else {}

    def wait_until_healthy(self) -> "RunningUp":
        wait_until(lambda: self.get("/healthz")[0] == 200, what=f"health, last {self.health()}")
        return self

    def stop(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to stop; returns its exit status."""
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        """The supervisor alone, by kill -9."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def kill_tree(self) -> None:
        """Everything at once by kill -9, as when the power fails."""
        self.kill()
        for process in self.family():
            with suppress(psutil.NoSuchProcess):
                process.kill()
        wait_until(lambda: not self.family(), what="the end of all processes")

    def family(self) -> list[psutil.Process]:
        """Every process that works for this data folder, the supervisor included."""
        return list(self._family())

    def child(self, part_of_command: str) -> psutil.Process:
        """The first process whose command line holds the words."""
        return next(
            process
            for process in self.family()
            if part_of_command in " ".join(process.cmdline()) and process.pid != self.process.pid
        )

    def has_child(self, part_of_command: str) -> bool:
        return any(part_of_command in " ".join(process.cmdline()) for process in self.family())

    def _family(self) -> Iterator[psutil.Process]:
        for process in psutil.process_iter():
            with suppress(psutil.NoSuchProcess, psutil.AccessDenied, psutil.ZombieProcess):
                is_marked = process.environ().get(MARK) == str(self.data)
                is_named = str(self.data) in " ".join(process.cmdline())
                if is_marked or is_named or process.cwd().startswith(str(self.data)):
                    yield process


@contextmanager
def port_taken() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]
