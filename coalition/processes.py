"""Child processes that never outlive their purpose: started, watched, stopped, and found after a crash."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

# Every child carries this variable with the data folder it works for. After a crash the next start
# finds by it what is still running, and touches nothing else.
MARK = "COMMONWEAL_CHILD_OF"
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_PR_SET_PDEATHSIG = 1  # Linux: the signal a process gets when its parent dies
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


@dataclass(frozen=True)
class Program:
    """What to run and how to end it. `patience` is in seconds, `user` a numeric id (None: ourselves)."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    log: Path
    folder: Path = Path("/")
    stop_signal: signal.Signals = signal.SIGTERM
    orphan_signal: signal.Signals = signal.SIGTERM
    patience: float = 10.0
    user: int | None = None
    keeps: tuple[int, ...] = ()  # open files (a listening socket) that it inherits


@dataclass
class Child:
    """One program, running or not."""

    program: Program
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0  # seconds of the monotonic clock

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def start(self) -> None:
        program = self.program
        with program.log.open("ab") as log, _signals_held():
            self.process = subprocess.Popen(  # noqa: S603 the command is our own
                program.command,
                cwd=program.folder,
                env=program.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=program.keeps,
                start_new_session=True,  # Ctrl-C reaches us alone; we stop the children in order
                preexec_fn=_before_the_program(program.orphan_signal),  # noqa: PLW1509 we have one thread
                **as_user(program.user),
            )
        self.started_at = time.monotonic()

    def stop(self) -> None:
        """Ask, wait as long as the program may take, then insist; nothing of its group remains."""
        if self.process is None:
            return
        if self.is_running:
            self.process.send_signal(self.program.stop_signal)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(self.program.patience)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def last_words(self) -> str:
        """The end of its log, for a message about why it failed."""
        with contextlib.suppress(OSError):
            return self.program.log.read_text(errors="replace")[-2000:].strip()
        return ""


@dataclass
class Children:
    """Children in the order of their start; they are stopped the other way round."""

    members: list[Child] = field(default_factory=list)

    def start(self, program: Program) -> Child:
        child = Child(program)
        self.members.append(child)
        child.start()
        return child

    def stop_first(self, child: Child) -> None:
        self.members.remove(child)
        self.members.append(child)

    def stop(self) -> None:
        while self.members:
            self.members.pop().stop()


def run(command: Sequence[str], *, user: int | None = None, given: str = "") -> None:
    """Run a short command to its end; CalledProcessError holds what it printed."""
    subprocess.run(  # noqa: S603 the command is our own
        command,
        input=given,
        cwd="/",
        env={"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=True,
        **as_user(user),
    )


def as_user(user: int | None) -> dict[str, Any]:
    """The arguments of subprocess that start a program as another user, with none of our groups."""
    return {} if user is None else {"user": user, "group": user_group(user), "extra_groups": []}


def user_group(user: int) -> int:
    import pwd  # noqa: PLC0415 Unix only, and only a superuser comes here

    return pwd.getpwuid(user).pw_gid


def stop_leftovers(data: Path, *, patience: float = 20.0) -> list[str]:
    """Stop what a killed `up` left behind for this data folder; returns the names of what was found."""
    found = list(_leftovers(data))
    names = [process.info["name"] for process in found]
    for process in found:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.send_signal(_gentle_signal(process))
    _, stubborn = psutil.wait_procs(found, timeout=patience)
    for process in stubborn:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(stubborn, timeout=patience)
    return names


def _leftovers(data: Path) -> Iterable[psutil.Process]:
    ours = {os.getpid(), *(parent.pid for parent in psutil.Process().parents())}
    for process in psutil.process_iter(["name"]):
        if process.pid not in ours and _belongs_to(process, data):
            yield process


def _belongs_to(process: psutil.Process, data: Path) -> bool:
    """By its mark. PostgreSQL's own children overwrite their environment but stay in the cluster."""
    cluster = (data / "postgres").resolve() / "cluster"
    with contextlib.suppress(psutil.Error, OSError):
        if process.environ().get(MARK) == str(data):
            return True
    with contextlib.suppress(psutil.Error, OSError):
        return process.info["name"] == "postgres" and Path(process.cwd()) == cluster
    return False


def _gentle_signal(process: psutil.Process) -> signal.Signals:
    """SIGINT is PostgreSQL's fast stop: it does not wait for clients that are gone."""
    return signal.SIGINT if process.info["name"] == "postgres" else signal.SIGTERM


@contextlib.contextmanager
def _signals_held() -> Iterator[None]:
    """A signal to stop must not fall between the birth of a child and our knowing it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOP_SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _before_the_program(orphan_signal: signal.Signals) -> Callable[[], None]:
    """What the child does before it becomes its program.

    On Linux it asks the kernel for a signal when we die, even by kill -9. Elsewhere the next start
    finds what is left.
    """
    parent = os.getpid()

    def prepare() -> None:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP_SIGNALS)
        if _libc is not None:
            _libc.prctl(_PR_SET_PDEATHSIG, int(orphan_signal))
        if os.getppid() != parent:  # we died before the line above
            os._exit(1)

    return prepare
