"""Doors ask by name: no view, form or task builds a query, so every question stands with its model."""

import ast
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
]
DOORS = {"views", "forms", "tasks", "receivers", "admin"}

# What only a query can do: these names say how rows are found, never what is meant by it.
BUILDING = {
    "aggregate",
    "alias",
    "annotate",
    "bulk_create",
    "bulk_update",
    "dates",
    "distinct",
    "earliest",
    "exclude",
    "filter",
    "first",
    "get_or_create",
    "in_bulk",
    "last",
    "latest",
    "only",
    "order_by",
    "prefetch_related",
    "raw",
    "select_for_update",
    "select_related",
    "update_or_create",
    "values_list",
}
# Dictionaries and lists have these too, so they count as a query only on a chain that begins at a manager.
# `none()` does not: a form's field begins with it until it is told what it offers.
FETCHING = {"all", "count", "create", "delete", "exists", "get", "iterator", "update", "values"}
MANAGERS = {"objects", "including_merged", "_default_manager", "_base_manager", "default_manager"}


def is_a_door(path: Path) -> bool:
    """`partners/views/ties/partner.py`, `accounts/tasks.py`, `partners/imports/forms.py`."""
    return bool(DOORS & set(path.relative_to(ROOT).with_suffix("").parts[1:]))


DOOR_FILES = [
    path for app in APPS for path in sorted((ROOT / app).rglob("*.py")) if is_a_door(path)
]


def names_along(chain: ast.expr) -> set[str]:
    """`Body.objects.open().count` tells {objects, open, count}."""
    told = set()
    while isinstance(chain, ast.Attribute | ast.Call):
        if isinstance(chain, ast.Attribute):
            told.add(chain.attr)
            chain = chain.value
        else:
            chain = chain.func
    return told


def is_unnamed(call: ast.Call) -> bool:
    if not isinstance(call.func, ast.Attribute):
        return False
    name, before = call.func.attr, names_along(call.func.value)
    return name in BUILDING or (name in FETCHING and bool(before & MANAGERS))


def unnamed_queries(source: str) -> list[str]:
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [f"line {call.lineno}: {ast.unparse(call.func)}" for call in calls if is_unnamed(call)]


def test_doors_are_found():
    doors = {str(path.relative_to(ROOT)) for path in DOOR_FILES}
    assert {"accounts/tasks.py", "partners/imports/forms.py"} <= doors
    assert {"partners/views/risk/notes.py", "governance/forms/bodies/bodies.py"} <= doors


@pytest.mark.parametrize("door", DOOR_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_door_asks_by_name(door):
    assert unnamed_queries(door.read_text()) == []


@pytest.mark.parametrize(
    "question",
    [
        "Body.objects.get(pk=pk)",
        "Body.objects.visible_to(membership).count()",
        "rows.filter(pk=pk)",
        "body.seats.order_by('pk')",
        "Organisation.including_merged.all()",
        "get_object_or_404(Body.objects.standing().select_related('coalition'), pk=pk)",
    ],
)
def test_unnamed_query_is_seen(question):
    assert len(unnamed_queries(question)) == 1


@pytest.mark.parametrize(
    "question",
    [
        "Body.objects.visible_to(membership).told()",
        "Contact.objects.none()",
        "request.GET.get('page')",
        "chosen.values()",
        "words.count('a')",
    ],
)
def test_named_question_is_none_of_ours(question):
    assert unnamed_queries(question) == []
