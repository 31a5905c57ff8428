"""The two services, PostgreSQL and a Redis-compatible broker: given by address, or started from wheels."""

import contextlib
import fcntl
import json
import os
import secrets
import shutil
import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from coalition import postgres, valkey
from coalition.processes import Child, Children, Program, stop_leftovers
from coalition.unavailable import ServicesUnavailable

__all__ = ["Addresses", "ServicesUnavailable", "embedded", "known_addresses", "secret_key"]

ROOM_NEEDED = 200 * 1024 * 1024  # bytes free on the disk before we start
PATIENCE = 120.0  # seconds; after a crash PostgreSQL replays its log before it answers
ATTEMPTS = 3  # another program may take a free port between our looking and the server's binding

# Nothing listens on port 1. Settings can be imported and commands without a database work; whatever
# does ask is refused at once.
NOWHERE = "postgresql://commonweal@127.0.0.1:1/commonweal", "redis://127.0.0.1:1/0"


@dataclass(frozen=True)
class Addresses:
    database_url: str
    redis_url: str

    @property
    def are_complete(self) -> bool:
        return bool(self.database_url and self.redis_url)

    def as_environment(self) -> dict[str, str]:
        return {"DATABASE_URL": self.database_url, "REDIS_URL": self.redis_url}


NONE_GIVEN = Addresses("", "")


def given_addresses() -> Addresses:
    """What the environment names; an empty string where it names nothing."""
    return Addresses(os.environ.get("DATABASE_URL", ""), os.environ.get("REDIS_URL", ""))


def known_addresses(data: Path) -> Addresses:
    """The addresses from the environment, else those that a running `manage.py up` has written down."""
    given = given_addresses()
    written = _written_addresses(data)
    return Addresses(
        database_url=given.database_url or written.database_url or NOWHERE[0],
        redis_url=given.redis_url or written.redis_url or NOWHERE[1],
    )


def are_running(data: Path) -> bool:
    """Whether `manage.py up` runs on this data folder and has written its addresses down."""
    return _written_addresses(data).are_complete


def secret_key(data: Path) -> str:
    """This installation's own secret, made on first need and readable by its owner only."""
    path = data / "secret_key"
    with _plain_reasons(data):
        if not path.exists():
            data.mkdir(parents=True, exist_ok=True)
            _make_secret(path)
        return path.read_text()


def _make_secret(path: Path) -> None:
    """Whole or not at all. Where two processes start at once, the first one's secret stays."""
    unfinished = path.with_suffix(f".{secrets.token_hex(8)}")
    unfinished.touch(mode=0o600)
    unfinished.write_text(secrets.token_urlsafe(50))
    with contextlib.suppress(FileExistsError):
        path.hardlink_to(unfinished)
    unfinished.unlink()


@contextlib.contextmanager
def embedded(
    data: Path, *, durable: bool = True, given: Addresses = NONE_GIVEN
) -> Iterator[Addresses]:
    """PostgreSQL and Valkey from their wheels, running until the block ends.

    `data` keeps what they store and belongs to one process at a time. What `given` names is not
    started. With `durable=False` nothing is forced to the disk: for tests. Raises ServicesUnavailable
    with a sentence for the person.
    """
    with occupied(data), contextlib.ExitStack() as stack:
        children = Children()
        stack.callback(children.stop)
        yield start(children, data=data, durable=durable, given=given)


def start(
    children: Children,
    *,
    data: Path,
    durable: bool = True,
    given: Addresses = NONE_GIVEN,
    say: Callable[[str], None] = lambda _sentence: None,
) -> Addresses:
    """Start what `given` does not name, as `children`; the data folder must be `occupied`."""
    data = data.resolve()
    stop_leftovers(data)
    with _plain_reasons(data):
        return Addresses(
            database_url=given.database_url
            or _start_postgres(children, data=data, durable=durable, say=say),
            redis_url=given.redis_url or _start_valkey(children, data=data, durable=durable),
        )


@contextlib.contextmanager
def occupied(data: Path) -> Iterator[None]:
    """The data folder for ourselves alone. The system lets go of the lock when we die, however we die."""
    with _plain_reasons(data):
        for name in ("run", "log"):
            (data / name).mkdir(parents=True, exist_ok=True)
        if shutil.disk_usage(data).free < ROOM_NEEDED:
            raise ServicesUnavailable(
                f"Less than {ROOM_NEEDED // 1024**2} MB are free on the disk of {data}. Free some "
                "space, or choose another folder with --data."
            )
        lock = (data / "run" / "lock").open("a+")
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            lock.seek(0)
            raise ServicesUnavailable(
                f"The data folder {data} is in use by process {lock.read().strip() or '?'}. Stop that "
                "one first, or choose another folder with --data."
            ) from error
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield


@contextlib.contextmanager
def announced(addresses: Addresses, *, data: Path) -> Iterator[None]:
    """Written down while the block runs, for commands in other terminals."""
    path = data / "run" / "addresses.json"
    unfinished = path.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)
    unfinished.write_text(json.dumps(asdict(addresses) | {"pid": os.getpid()}))
    unfinished.rename(path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def _written_addresses(data: Path) -> Addresses:
    """Nothing when the process that wrote them is gone: it was killed and could not clear up."""
    try:
        written = json.loads((data / "run" / "addresses.json").read_text())
        os.kill(written.pop("pid"), 0)
    except (OSError, ValueError):
        return NONE_GIVEN
    return Addresses(**written)


@contextlib.contextmanager
def _plain_reasons(data: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise ServicesUnavailable(
            f"You may not write to {error.filename or data}. Start Commonweal as the owner of that "
            "folder, or choose another folder with --data."
        ) from error
    except (FileExistsError, NotADirectoryError) as error:
        raise ServicesUnavailable(
            f"{error.filename or data} is a file. Choose a folder with --data: it is made if there is none."
        ) from error
    except OSError as error:
        raise ServicesUnavailable.because(
            f"The data folder {data} cannot be used.", str(error)
        ) from error


def _start_postgres(
    children: Children, *, data: Path, durable: bool, say: Callable[[str], None]
) -> str:
    cluster = postgres.cluster_in(data, durable=durable, say=say)
    postgres.wait_for_the_last(cluster)

    def attempt(port: int) -> tuple[Program, str]:
        return postgres.program(cluster, data=data, port=port, durable=durable), cluster.url(
            port=port
        )

    return _start_on_free_port(children, attempt, is_answering=postgres.is_answering)


def _start_valkey(children: Children, *, data: Path, durable: bool) -> str:
    password = valkey.new_password()

    def attempt(port: int) -> tuple[Program, str]:
        program = valkey.program(data=data, port=port, password=password, durable=durable)
        return program, valkey.url(port=port, password=password)

    return _start_on_free_port(children, attempt, is_answering=valkey.is_answering)


def _start_on_free_port(
    children: Children,
    attempt: Callable[[int], tuple[Program, str]],
    *,
    is_answering: Callable[[str], bool],
) -> str:
    for _ in range(ATTEMPTS):
        program, url = attempt(_free_port())
        child = children.start(program)
        if _answers(child, partial(is_answering, url)):
            return url
        children.members.remove(child)
        child.stop()
    raise ServicesUnavailable.because(f"The {program.name} does not start.", child.last_words())


def _answers(child: Child, is_answering: Callable[[], bool]) -> bool:
    """False when the program has ended; waits for one that is still getting ready."""
    deadline = time.monotonic() + PATIENCE
    while child.is_running and time.monotonic() < deadline:
        if is_answering():
            return True
        time.sleep(0.05)
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
