"""A file holds one noun: past three hundred lines it holds two."""

from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
APPS = [
    "common",
    "accounts",
    "partners",
    "goals",
    "governance",
    "contributions",
    "dashboard",
    "coalition",
    "tests",
]
MOST = 300

# Migrations are written by a program and never edited again; their length follows the tables.
EXEMPT = {"migrations"}


def is_written_by_hand(path: Path) -> bool:
    return not EXEMPT & set(path.relative_to(ROOT).parts)


def lines_in(path: Path) -> int:
    return len(path.read_text().splitlines())


def files_of(app: str) -> list[Path]:
    return [path for path in sorted((ROOT / app).rglob("*.py")) if is_written_by_hand(path)]


@pytest.mark.parametrize("app", APPS)
def test_file_is_no_longer_than_three_hundred_lines(app):
    told = {str(path.relative_to(ROOT)): lines_in(path) for path in files_of(app)}
    assert told != {}
    assert {path: number for path, number in told.items() if number > MOST} == {}
