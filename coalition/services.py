"""The two services, PostgreSQL and a Redis-compatible broker: given by address, or started from wheels."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Addresses:
    database_url: str
    redis_url: str


def known_addresses(data: Path) -> Addresses:
    """The addresses from the environment, else those that a running `manage.py up` has written down."""
    return Addresses(
        database_url=os.environ.get("DATABASE_URL", ""), redis_url=os.environ.get("REDIS_URL", "")
    )


def secret_key(data: Path) -> str:
    """This installation's own secret, made on first need and readable by its owner only."""
    path = data / "secret_key"
    if not path.exists():
        data.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()
