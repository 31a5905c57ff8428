"""Everything that `manage.py up` runs, under one roof: started in order, watched, and stopped cleanly."""

import contextlib
import http.client
import os
import shutil
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from coalition.given import refuse_unreachable
from coalition.greeting import greet
from coalition.processes import MARK, STOP_SIGNALS, Child, Children, Program
from coalition.services import (
    ROOM_NEEDED,
    Addresses,
    ServicesUnavailable,
    announced,
    given_addresses,
    occupied,
    start,
)

ROOT = Path(__file__).resolve().parent.parent
LOOK_EVERY = 0.5  # seconds between two looks at the children
TIDY_EVERY = 60.0  # seconds between two looks at the disk and the logs
LOG_BYTES = 5 * 1024 * 1024  # a log longer than this becomes the one before
FIRST_REST, LONGEST_REST = 1.0, 30.0  # seconds a crashed child rests before it starts again
STEADY = 60.0  # seconds after which a child counts as healthy again
WEB_PATIENCE = 60.0  # seconds until the first answer

Say = Callable[[str], None]


class Stopped(BaseException):
    """The person, or the system, asked us to stop."""


@dataclass(frozen=True)
class Plan:
    data: Path
    host: str
    port: int
    has_sample: bool


def up(plan: Plan, *, say: Say) -> None:
    """Runs until asked to stop. Raises ServicesUnavailable with a sentence when it cannot begin."""
    with occupied(plan.data), _stoppable(say), contextlib.ExitStack() as stack:
        listener = stack.enter_context(_listening(plan))
        children = Children()
        stack.callback(children.stop)
        stack.push(lambda kind, *_: _hold_still(say, is_asked=kind is Stopped))
        refuse_unreachable(given_addresses())
        say("Starting the database and the broker …")
        addresses = start(children, data=plan.data, given=given_addresses(), say=say)
        stack.enter_context(announced(addresses, data=plan.data))
        _shorten_logs(plan.data)
        environment = _environment(plan, addresses=addresses, address=_address(plan, listener))
        _prepare(children, plan, environment=environment, say=say)
        web = children.start(_web(plan, environment, listener))
        _wait_for_web(web, listener)
        for program in _celery(plan, environment):
            children.start(program)
        children.stop_first(web)
        greet(plan.data, address=environment["SITE_URL"], has_sample=plan.has_sample, say=say)
        _watch(children, data=plan.data, say=say)


@contextlib.contextmanager
def _stoppable(say: Say) -> Iterator[None]:
    """Ctrl-C, SIGTERM and a closed terminal all end the block, wherever it is."""

    def stop(_number: int, _frame: object) -> NoReturn:
        raise Stopped

    for number in STOP_SIGNALS:
        # Under nohup a closed terminal means nothing.
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, stop)
    try:
        yield
    except Stopped:
        say("Stopped.")


def _hold_still(say: Say, *, is_asked: bool) -> None:
    """First of all that happens at the end; from here on another Ctrl-C changes nothing."""
    for number in STOP_SIGNALS:
        signal.signal(number, signal.SIG_IGN)
    if is_asked:
        say("Stopping …")


# ---------------------------------------------------------------- the address


@contextlib.contextmanager
def _listening(plan: Plan) -> Iterator[socket.socket]:
    """The port, ours before anything else starts. The web server inherits it and begins to listen."""
    family = socket.AF_INET6 if ":" in plan.host else socket.AF_INET
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((plan.host, plan.port))
        except OverflowError:
            raise ServicesUnavailable(
                f"There is no port {plan.port}: they go up to 65535. Choose another: make run PORT=8001."
            ) from None
        except OSError as error:
            raise ServicesUnavailable(
                f"Port {plan.port} of {plan.host} cannot be had ({_why(error)}). Stop the program that "
                "uses it, or choose another port: make run PORT=8001, or manage.py up --port 8001."
            ) from error
        listener.set_inheritable(True)
        yield listener


def _why(error: Exception) -> str:
    return (getattr(error, "strerror", None) or str(error)).lower()


def _address(plan: Plan, listener: socket.socket) -> str:
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(plan.host, plan.host)  # noqa: S104 what was asked for
    host = f"[{host}]" if ":" in host and not host.startswith("[") else host
    return f"http://{host}:{listener.getsockname()[1]}"


# ---------------------------------------------------------------- what runs


def _environment(plan: Plan, *, addresses: Addresses, address: str) -> dict[str, str]:
    return {
        "SITE_URL": address,
        **os.environ,
        **addresses.as_environment(),
        "COMMONWEAL_DATA": str(plan.data),
        "PYTHONUNBUFFERED": "1",
        MARK: str(plan.data),
    }


def _prepare(children: Children, plan: Plan, *, environment: dict[str, str], say: Say) -> None:
    say(
        "Preparing tables, pages and the sample …"
        if plan.has_sample
        else "Preparing tables and pages …"
    )
    log = plan.data / "log" / "prepare.log"
    log.unlink(missing_ok=True)
    options = ["--resume"] * (not given_addresses().redis_url) + ["--sample"] * plan.has_sample
    child = children.start(
        Program(
            name="preparation",
            command=[sys.executable, "manage.py", "prepare", *options],
            environment=environment,
            log=log,
            folder=ROOT,
        )
    )
    while child.is_running:
        time.sleep(0.05)
    children.members.remove(child)
    if child.process is None or child.process.returncode:
        raise ServicesUnavailable.because("The preparation failed.", child.last_words())


def _web(plan: Plan, environment: dict[str, str], listener: socket.socket) -> Program:
    gunicorn = [sys.executable, "-m", "gunicorn", "--config=python:coalition.web_server"]
    return Program(
        name="web server",
        command=[*gunicorn, f"--bind=fd://{listener.fileno()}", "coalition.wsgi:application"],
        environment=environment,
        log=plan.data / "log" / "web.log",
        folder=ROOT,
        patience=15.0,
        keeps=(listener.fileno(),),
    )


def _celery(plan: Plan, environment: dict[str, str]) -> Iterator[Program]:
    """Behind the web server: the first page need not wait for them."""
    celery = [sys.executable, "-m", "celery", "--app", "coalition"]
    yield Program(
        name="worker",
        # Threads: one process instead of three, and nothing to orphan.
        command=[*celery, "worker", "--pool=threads", "--concurrency=2", "--loglevel=INFO"],
        environment=environment,
        log=plan.data / "log" / "worker.log",
        folder=ROOT,
        orphan_signal=signal.SIGKILL,  # its tasks are handed out again by the next start
        patience=30.0,
    )
    schedule = plan.data / "run" / "timetable"
    yield Program(
        name="timetable",
        command=[*celery, "beat", f"--schedule={schedule}", "--pidfile="],
        environment=environment,
        log=plan.data / "log" / "beat.log",
        folder=ROOT,
    )


# ---------------------------------------------------------------- the beginning


def _wait_for_web(web: Child, listener: socket.socket) -> None:
    deadline = time.monotonic() + WEB_PATIENCE
    while web.is_running and time.monotonic() < deadline:
        if _web_answers(listener):
            return
        time.sleep(0.05)
    raise ServicesUnavailable.because("The web server does not start.", web.last_words())


def _web_answers(listener: socket.socket) -> bool:
    host, port = listener.getsockname()[:2]
    web = http.client.HTTPConnection(host, port, timeout=10)
    try:
        web.request("GET", "/healthz")
        web.getresponse().read()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        web.close()
    return True


# ---------------------------------------------------------------- the watch


def _watch(children: Children, *, data: Path, say: Say) -> NoReturn:
    rests = {id(child): Rest(child) for child in children.members}
    tidied_at = time.monotonic()
    while True:
        for rest in rests.values():
            rest.revive(say)
        if time.monotonic() - tidied_at > TIDY_EVERY:
            tidied_at = time.monotonic()
            _shorten_logs(data)
            _warn_of_full_disk(data, say=say)
        time.sleep(LOOK_EVERY)


@dataclass
class Rest:
    """A child that crashes again and again rests longer each time before it is started."""

    child: Child
    seconds: float = FIRST_REST
    until: float | None = None  # of the monotonic clock; None while it runs

    def revive(self, say: Say) -> None:
        now = time.monotonic()
        if self.child.is_running:
            return
        if self.until is None:
            self._lie_down(now, say=say)
        elif now >= self.until:
            self.until = None
            self.child.start()

    def _lie_down(self, now: float, *, say: Say) -> None:
        is_first = now - self.child.started_at > STEADY
        self.seconds = FIRST_REST if is_first else min(self.seconds * 2, LONGEST_REST)
        self.until = now + self.seconds
        say(
            f"The {self.child.program.name} stopped by itself and starts again in {self.seconds:.0f} s. "
            f"Why is in {self.child.program.log}."
        )


def _shorten_logs(data: Path) -> None:
    """The programs keep their logs open for appending, so a long one is copied and emptied in place."""
    for log in (data / "log").glob("*.log"):
        if log.stat().st_size > LOG_BYTES:
            shutil.copyfile(log, log.with_suffix(".log.1"))
            os.truncate(log, 0)


def _warn_of_full_disk(data: Path, *, say: Say) -> None:
    if shutil.disk_usage(data).free < ROOM_NEEDED:
        say(f"The disk of {data} is nearly full. Free some space, or changes will soon be refused.")
