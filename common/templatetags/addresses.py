"""`{% url %}` as Django has it, with a memory: a page of a coalition names the same two dozen addresses.

The program has one set of addresses, so nobody is asked in which of several a name is meant.
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

register = template.Library()
Arguments = tuple[Any, ...]


class RememberedURLNode(URLNode):
    def render(self, context: Context) -> str:
        said = self.view_name
        name = said.resolve(context) if said.is_var or said.filters else said.var
        args = tuple(arg.resolve(context) for arg in self.args)
        named = tuple((key, value.resolve(context)) for key, value in self.kwargs.items())
        try:
            address, escaped = _address(get_script_prefix(), name, args, named)
        except NoReverseMatch:
            if self.asvar is None:
                raise
            address = escaped = ""
        if self.asvar:
            context[self.asvar] = address
            return ""
        return escaped if context.autoescape else address


@lru_cache(maxsize=4096)
def _address(_prefix: str, name: str, args: Arguments, named: Arguments) -> tuple[str, str]:
    """As it is, and as a page writes it."""
    address = reverse(name, args=args, kwargs=dict(named))
    return address, conditional_escape(address)


@register.tag
def url(parser: Parser, token: Token) -> RememberedURLNode:
    plain = url_of_django(parser, token)
    return RememberedURLNode(plain.view_name, plain.args, plain.kwargs, plain.asvar)
