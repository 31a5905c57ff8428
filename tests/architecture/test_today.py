"""A request has one today, the day in the coalition's time zone: views take it from `request.today`.

With a clock of its own a view would say another day than the page before it, for whoever reads late in the
evening or from far away. Only pages behind a personal link, which stand outside of every coalition, ask the
coalition of their own row: `call.coalition.day(at=now)`.
"""

import ast
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
VIEWS = sorted([*ROOT.glob("*/views.py"), *ROOT.glob("*/views/**/*.py")])


def is_a_clock(call: ast.Call) -> bool:
    """`timezone.localdate()`, `date.today()`, `timezone.now().date()`, `request.coalition.day(at=now)`."""
    match call.func:
        case ast.Name(id="localdate") | ast.Attribute(attr="localdate"):
            return not call.args  # with a moment it says on which day that was
        case ast.Attribute(attr="today", value=ast.Name(id="date" | "datetime")):
            return True
        case ast.Attribute(attr="date", value=ast.Call(func=ast.Attribute(attr="now"))):
            return True
        case ast.Attribute(
            attr="day", value=ast.Attribute(attr="coalition", value=ast.Name(id="request"))
        ):
            return True
    return False


def clocks(source: str) -> list[str]:
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [f"line {call.lineno}: {ast.unparse(call)}" for call in calls if is_a_clock(call)]


def test_views_are_found():
    names = {str(path.relative_to(ROOT)) for path in VIEWS}
    assert {"dashboard/views/home.py", "governance/views/seats/links.py"} <= names


@pytest.mark.parametrize("view", VIEWS, ids=lambda path: str(path.relative_to(ROOT)))
def test_view_takes_the_day_from_its_request(view):
    assert clocks(view.read_text()) == []


@pytest.mark.parametrize(
    "asked",
    [
        "timezone.localdate()",
        "localdate()",
        "date.today()",
        "timezone.now().date()",
        "datetime.now(tz=UTC).date()",
        "request.coalition.day(at=now)",
    ],
)
def test_clock_is_seen(asked):
    assert len(clocks(f"page = {{'on': {asked}}}")) == 1


@pytest.mark.parametrize(
    "asked", ["request.today", "call.coalition.day(at=now)", "timezone.localdate(run.created_at)"]
)
def test_day_of_a_row_is_none_of_ours(asked):
    assert clocks(asked) == []
