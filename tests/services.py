"""PostgreSQL and Valkey for the whole test run: one pair for all workers, on disk that may be forgotten.

Loaded by `-p tests.services` (pyproject.toml), because the settings are read before any conftest is.
With DATABASE_URL and REDIS_URL set, those servers are used instead.
"""

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_running = contextlib.ExitStack()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """In the controller only: workers of pytest-xdist inherit its environment."""
    if "DATABASE_URL" in os.environ and "REDIS_URL" in os.environ:
        return
    os.environ |= _running.enter_context(_services_for_tests())


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    _running.close()


@contextlib.contextmanager
def _services_for_tests() -> Iterator[dict[str, str]]:
    from coalition.services import embedded  # coverage must be measuring before it is imported

    with open_folder() as data, embedded(data, durable=False) as addresses:
        yield {**addresses.as_environment(), "COMMONWEAL_DATA": str(data)}


@contextlib.contextmanager
def open_folder() -> Iterator[Path]:
    """A temporary folder that another user may enter: as root, PostgreSQL runs as a user of its own."""
    folder = Path(tempfile.mkdtemp(prefix="commonweal-")).resolve()
    folder.chmod(0o711)
    try:
        yield folder
    finally:
        database = folder / "postgres"
        if database.is_symlink():
            shutil.rmtree(database.resolve())
        shutil.rmtree(folder)
