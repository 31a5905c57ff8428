from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services import open_folder


@pytest.fixture
def data() -> Iterator[Path]:
    with open_folder() as folder:
        yield folder
