import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.coalition.running import manage
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
def used() -> Iterator[Path]:
    """A folder that has been prepared before: starting on it is quick. Nothing runs on it."""
    with open_folder() as folder:
        answer = manage("prepare", data=folder)
        assert answer.returncode == 0, answer.stderr
        yield folder
