"""Inside a large app, parts know of each other only where it is written down here.

A part is a word of the coalition with folders of its own: `partners/reports/calls/`, `partners/forms/calls/`.
A new line below is a decision; a line that nothing needs any more goes.
"""

import ast
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
# Part by part, which others it imports.
KNOWS = {
    "partners": {
        "bulk": {"listing", "own_fields"},
        "calls": {"composition", "merging", "people", "pipeline"},
        "composition": {"depth", "listing", "pipeline", "value"},
        "depth": {"history", "pipeline", "search"},
        "directory": {"listing", "search", "services"},
        "history": {"depth", "own_fields", "pipeline", "risk", "ties", "value"},
        "listing": {"bulk", "depth", "history", "own_fields", "search"},
        "merging": {"depth", "history", "own_fields", "people", "search"},
        "network": {"composition", "listing", "ties"},
        "people": {"listing", "merging", "own_fields", "risk"},
        "pipeline": {"composition", "history", "talks"},
        "profile": {
            "depth",
            "merging",
            "own_fields",
            "pipeline",
            "risk",
            "services",
            "talks",
            "value",
        },
        "risk": {"history", "people", "value"},
        "services": {"directory", "search"},
        "ties": {"merging"},
        "value": {"history", "own_fields", "people", "talks"},
    },
    "governance": {
        "bodies": {"power", "seats"},
        "charter": {"joining"},
        "communication": {"bodies", "succession"},
        "power": {"bodies", "seats"},
        "seats": {"bodies"},
        "succession": {"bodies", "seats"},
    },
}
# Folders that are no part: commands are doors to all of them, rows are what their imports share, and
# shared are the fields that forms of many parts have.
NO_PART = {"commands", "rows", "shared", "migrations", "__pycache__"}


@cache
def parts_of(app: str) -> set[str]:
    """The folders inside the folders of an app."""
    return {path.name for path in (ROOT / app).glob("*/*/") if path.is_dir()} - NO_PART


def part_of(module: str, app: str) -> str | None:
    """`partners.reports.calls.pages` and `partners.addresses.calls` are of calls."""
    home, *rest = module.split(".")
    name = rest[1] if home == app and len(rest) > 1 else ""
    return name if name in parts_of(app) else None


def imported_by(path: Path) -> set[str]:
    told: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            told |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    return told


def known_in(app: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / app).rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        own = part_of(module, app)
        others = {part_of(name, app) for name in imported_by(path)} - {own, None}
        if own and others:
            found.setdefault(own, set()).update(others)
    return found


@pytest.mark.parametrize("app", KNOWS)
def test_part_knows_only_the_parts_that_it_says(app):
    assert known_in(app) == KNOWS[app]
