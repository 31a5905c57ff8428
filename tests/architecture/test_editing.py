"""What a form is compared with stays as it is until it is saved: the lock comes before the reading."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
APPS = ["accounts", "partners", "goals", "governance"]
HOLDS = {"holding", "holding_row", "held"}
# Those that hand on what they have opened: whoever calls them holds the lock.
OPENS = {"opened", "topic_edit"}


def called(node: ast.AST) -> str:
    """The last name of what is called: `editing.opened(…)` is "opened"."""
    if not isinstance(node, ast.Call):
        return ""
    return getattr(node.func, "id", "") or getattr(node.func, "attr", "")


def opened_without_lock(node: ast.AST, *, is_held: bool = False) -> Iterator[int]:
    """The lines on which a form is opened outside every `with holding(…)`."""
    if isinstance(node, ast.With):
        is_held = is_held or any(called(item.context_expr) in HOLDS for item in node.items)
    if isinstance(node, ast.FunctionDef) and node.name in OPENS:
        return
    if called(node) in OPENS and not is_held:
        yield node.lineno  # type: ignore[attr-defined]
    for inner in ast.iter_child_nodes(node):
        yield from opened_without_lock(inner, is_held=is_held)


def compares(tree: ast.Module) -> bool:
    """Whether a view opens forms that are compared; `opened` of another module is another thing."""
    sources = [node.module for node in tree.body if isinstance(node, ast.ImportFrom)]
    return "common.editing.edits" in sources


@pytest.mark.parametrize("app", APPS)
def test_form_over_a_record_is_opened_under_its_lock(app):
    trees = {path: ast.parse(path.read_text()) for path in (ROOT / app / "views").rglob("*.py")}
    comparing = {path: tree for path, tree in trees.items() if compares(tree)}
    assert comparing != {}
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path, tree in sorted(comparing.items())
        for line in opened_without_lock(tree)
    ]
    assert found == []
