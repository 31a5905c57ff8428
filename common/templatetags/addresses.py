"""`{% url %}` as Django has it, with a memory: a page of a coalition names the same two dozen addresses.

An address that holds numbers is put together once, whatever the numbers: a list names fifty partners, and
each its page. The program has one set of addresses, so nobody is asked in which of several a name is meant.
"""

from functools import lru_cache
from typing import Any

from django import template
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as url_of_django
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.html import conditional_escape

from common.templatetags.drawn import is_blank

register = template.Library()
Arguments = tuple[Any, ...]

# Numbers that stand in for those of an address until they are known; no address of ours says such a one.
STAND_IN = 9_000_000_000_000_000_000


class RememberedURLNode(URLNode):
    def render(self, context: Context) -> str:
        said = self.view_name
        name = said.resolve(context) if said.is_var or said.filters else said.var
        numbers: list[str] = []
        args = tuple(_stood_in(arg.resolve(context), numbers) for arg in self.args)
        named = tuple(
            (key, _stood_in(value.resolve(context), numbers)) for key, value in self.kwargs.items()
        )
        try:
            address, escaped = _address(get_script_prefix(), name, args, named)
        except NoReverseMatch:
            if self.asvar is None:
                raise
            address = escaped = ""
        shown = escaped if context.autoescape and not self.asvar else address
        for place, number in enumerate(numbers, STAND_IN):
            shown = shown.replace(str(place), number)
        if self.asvar:
            context[self.asvar] = shown
            return ""
        return shown


def _stood_in(value: Any, numbers: list[str]) -> Any:
    """A number, or the blank for one in a piece that is drawn once, is set aside."""
    if is_blank(value) or (type(value) is int and value >= 0):
        numbers.append(str(value))
        return STAND_IN + len(numbers) - 1
    return value


@lru_cache(maxsize=4096)
def _address(_prefix: str, name: str, args: Arguments, named: Arguments) -> tuple[str, str]:
    """As it is, and as a page writes it."""
    address = reverse(name, args=args, kwargs=dict(named))
    return address, conditional_escape(address)


@register.tag
def url(parser: Parser, token: Token) -> RememberedURLNode:
    plain = url_of_django(parser, token)
    return RememberedURLNode(plain.view_name, plain.args, plain.kwargs, plain.asvar)
