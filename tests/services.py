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
from urllib.parse import urlsplit, urlunsplit

import pytest

from tests.template import being_migrated

_running = contextlib.ExitStack()


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """In the controller only: workers of pytest-xdist inherit its environment.

    pytest-django gives each worker a database of its own, we give each a numbered space in the broker.
    """
    if "DATABASE_URL" not in os.environ or "REDIS_URL" not in os.environ:
        os.environ |= _running.enter_context(_services_for_tests())
    if worker := os.environ.get("PYTEST_XDIST_WORKER"):
        address = urlsplit(os.environ["REDIS_URL"])
        own = address._replace(path=f"/{1 + int(worker.removeprefix('gw'))}")
        os.environ["REDIS_URL"] = urlunsplit(own)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    _running.close()


@contextlib.contextmanager
def _services_for_tests() -> Iterator[dict[str, str]]:
    from coalition.services import embedded  # coverage must be measuring by then

    with open_folder() as data, embedded(data, durable=False) as addresses:
        environment = {**addresses.as_environment(), "COMMONWEAL_DATA": str(data)}
        with being_migrated(data, environment):
            yield environment


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
