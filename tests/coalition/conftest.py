import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.coalition.running import RunningUp, manage
from tests.services import open_folder


@pytest.fixture(scope="session", autouse=True)
def _heeded_signals() -> None:
    """A shell lets what it runs in the background ignore Ctrl-C, and whatever that starts as well."""
    for number in (signal.SIGINT, signal.SIGHUP):
        if signal.getsignal(number) == signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


@pytest.fixture
def data() -> Iterator[Path]:
    """An empty folder, as before the first start."""
    with open_folder() as folder:
        yield folder


@pytest.fixture(scope="session")
def _prepared() -> Iterator[Path]:
    """Made from nothing by one command, which brought its own services and took them away again."""
    with open_folder() as folder:
        prepare(folder)
        assert RunningUp(folder).family() == []
        yield folder


@pytest.fixture(scope="session")
def used(_prepared) -> Iterator[Path]:
    """A folder that has been prepared before: starting on it is quick. Nothing runs on it."""
    with copy_of(_prepared) as folder:
        yield folder


@pytest.fixture
def unused(_prepared) -> Iterator[Path]:
    """Prepared as well, and for one test alone."""
    with copy_of(_prepared) as folder:
        yield folder


def prepare(folder: Path) -> None:
    answer = manage("prepare", "--verbosity", "0", data=folder)
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, "", "")


@contextmanager
def copy_of(prepared: Path) -> Iterator[Path]:
    """Quicker to have than all the migrations. A cluster that had to live elsewhere is not copied along."""
    with open_folder() as folder:
        if (prepared / "postgres").is_symlink():
            prepare(folder)
        else:
            subprocess.run(["cp", "-Rp", f"{prepared}/.", str(folder)], check=True)
            folder.chmod(0o711)
        yield folder
