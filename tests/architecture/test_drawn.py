"""A piece that is drawn once looks at nothing but what it says it depends on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.template import Template, engines
from django.template.base import FilterExpression, Node, Variable
from django.template.loader_tags import IncludeNode
from django.template.smartif import TokenBase

from common.templatetags.drawn import DrawnNode

ROOT = Path(settings.BASE_DIR) / "templates"
# What `chrome` stands for: accounts.context_processors puts all of it into the key.
CHROME = {
    "chrome",
    "coalition",
    "may",
    "membership",
    "navigation",
    "nearest",
    "other_coalitions",
    "reader",
    "request",  # asked only whether there is one, and for its view, on which the piece depends then
    "user",
}
ALWAYS = {"forloop", "block", "True", "False", "None"}


def template(name: str) -> Template:
    return engines["django"].get_template(name).template


def pieces() -> list[tuple[str, DrawnNode]]:
    names = [str(path.relative_to(ROOT)) for path in sorted(ROOT.rglob("*.html"))]
    return [
        (name, node)
        for name in names
        if "{% drawn" in (ROOT / name).read_text()
        for node in template(name).nodelist.get_nodes_by_type(DrawnNode)
    ]


def parts_of(thing: Any, seen: set[int] | None = None) -> Iterator[Any]:
    """Everything inside a node, and inside what it includes: expressions, variables and other nodes."""
    seen = set() if seen is None else seen
    if id(thing) in seen:
        return
    seen.add(id(thing))
    yield thing
    for each in inside(thing):
        yield from parts_of(each, seen)


def inside(thing: Any) -> list[Any]:
    if isinstance(thing, list | tuple):
        return list(thing)
    if isinstance(thing, dict):
        return list(thing.values())
    if isinstance(thing, IncludeNode):
        return [template(str(thing.template.var)).nodelist, thing.extra_context]
    if isinstance(thing, FilterExpression):
        return [thing.var, thing.filters]
    if isinstance(thing, Node | TokenBase):
        return [value for name, value in vars(thing).items() if name not in ("origin", "token")]
    return []


def looked_at(node: DrawnNode) -> set[str]:
    """The names that the piece reads and does not make itself."""
    parts = list(parts_of(node.nodelist))
    made = {name for part in parts if isinstance(part, Node) for name in made_by(part)}
    return roots(node.nodelist) - made - ALWAYS


def made_by(node: Node) -> list[str]:
    told = vars(node)
    named = [told.get(name) for name in ("asvar", "target_var", "variable")]
    return [
        *told.get("loopvars", ()),
        *(told.get("extra_context") or {}),
        *(name for name in named if isinstance(name, str)),
    ]


def roots(expressions: Any) -> set[str]:
    variables = (part for part in parts_of(expressions) if isinstance(part, Variable))
    return {variable.lookups[0] for variable in variables if variable.lookups}


PIECES = pieces()


def test_there_are_pieces():
    assert len(PIECES) > 10


@pytest.mark.parametrize(("name", "node"), PIECES, ids=[f"{name}" for name, _node in PIECES])
def test_piece_looks_at_nothing_but_what_it_depends_on(name, node):
    known = roots(node.depends) | set(node.blanks)
    if "chrome" in known:
        known |= CHROME
    assert looked_at(node) - known == set()


def test_a_look_at_something_else_is_seen():
    piece = "{% if a and not d %}{{ who }}{% endif %}{{ b|default:c }}{% for e in f %}{{ e }}{% endfor %}"
    source = "{% load drawn %}{% drawn 'x' who %}" + piece + "{% enddrawn %}"
    (node,) = Template(source).nodelist.get_nodes_by_type(DrawnNode)
    assert looked_at(node) - roots(node.depends) == {"a", "b", "c", "d", "f"}
