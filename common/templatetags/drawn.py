"""Pieces of a page that are drawn once: what frames a page is the same for a reader on every page.

    {% drawn "me" chrome filling csrf_token here=request.get_full_path %}…{% enddrawn %}

What stands behind the name, with the language, is all that the piece may depend on: one drawing for each.
What is named behind `filling` is a blank in the drawing and filled in anew each time, escaped; inside the
piece it is there under its name, to be written out and not to be looked at. Drawings are kept in the
process: nobody is asked for them, and a new version of the program begins without any.
"""

from collections.abc import Hashable, Mapping
from typing import Any

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.utils.functional import SimpleLazyObject
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

FILLING = "filling"
BLANK = "\ue000"  # a letter for private use, which nobody types and nothing escapes
# So many drawings of each piece are kept; then it begins anew. A drawing takes a few thousand letters.
MOST = 500
_drawings: dict[str, dict[Hashable, str]] = {}


class DrawnNode(template.Node):
    def __init__(
        self,
        name: str,
        depends: list[FilterExpression],
        blanks: Mapping[str, FilterExpression],
        nodelist: NodeList,
    ) -> None:
        self.name, self.depends, self.blanks, self.nodelist = name, depends, blanks, nodelist
        self.kept = _drawings.setdefault(name, {})

    def render(self, context: Context) -> SafeString:
        depends = [_plain(each.resolve(context, ignore_failures=True)) for each in self.depends]
        key = (get_language(), *depends)
        # Where it is not known on what the piece depends, as on the page of an error, nothing is kept.
        drawing = None if None in depends else self.kept.get(key)
        if drawing is None:
            drawing = self._draw(context)
            if None not in depends:
                self._keep(key, drawing)
        for name, value in self.blanks.items():
            mark = _mark(name)
            if mark in drawing:
                drawing = drawing.replace(mark, conditional_escape(value.resolve(context)))
        return SafeString(drawing)

    def _draw(self, context: Context) -> str:
        with context.push(**{name: SafeString(_mark(name)) for name in self.blanks}):
            return self.nodelist.render(context)

    def _keep(self, key: Hashable, drawing: str) -> None:
        if len(self.kept) >= MOST:
            self.kept.clear()
        self.kept[key] = drawing


@register.tag
def drawn(parser: Parser, token: Token) -> DrawnNode:
    _tag, name, *words = token.split_contents()
    place = words.index(FILLING) if FILLING in words else len(words)
    blanks = dict(_blank(word, parser) for word in words[place + 1 :])
    nodelist = parser.parse(("enddrawn",))
    parser.delete_first_token()
    depends = [parser.compile_filter(word) for word in words[:place]]
    return DrawnNode(name.strip("\"'"), depends, blanks, nodelist)


def forget() -> None:
    """Draw everything anew: for tests, which must not see what another has drawn."""
    for kept in _drawings.values():
        kept.clear()


def _blank(word: str, parser: Parser) -> tuple[str, FilterExpression]:
    """`csrf_token` fills in itself, `here=request.path` something else under that name."""
    name, _is, told = word.partition("=")
    return name, parser.compile_filter(told or name)


def is_blank(value: Any) -> bool:
    """Whether a value only holds the place of one that is filled in later."""
    return isinstance(value, SafeString) and value.startswith(BLANK)


def _mark(name: str) -> str:
    return f"{BLANK}{name}\ue001"


def _plain(value: Any) -> Hashable:
    """What a lazy value stands for: the proxy would keep its request alive."""
    if isinstance(value, SimpleLazyObject):
        hash(value)  # asks, if nobody has yet
        return value._wrapped  # noqa: SLF001
    return value
