"""`{% url %}` as Django has it, with a memory: a page of a coalition names the same two dozen addresses."""

from functools import lru_cache
from typing import Any

from django import template
from django.template.base import Parser, Token
from django.template.context import Context
from django.template.defaulttags import URLNode
from django.template.defaulttags import url as url_of_django
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils.html import conditional_escape

register = template.Library()
Arguments = tuple[Any, ...]


class RememberedURLNode(URLNode):
    def render(self, context: Context) -> str:
        name = self.view_name.resolve(context)
        args = tuple(arg.resolve(context) for arg in self.args)
        named = tuple((key, value.resolve(context)) for key, value in self.kwargs.items())
        try:
            address = _address(get_urlconf(), get_script_prefix(), name, args, named)
        except NoReverseMatch:
            if self.asvar is None:
                raise
            address = ""
        if self.asvar:
            context[self.asvar] = address
            return ""
        return conditional_escape(address) if context.autoescape else address


@lru_cache(maxsize=4096)
def _address(
    urlconf: str | None, _prefix: str, name: str, args: Arguments, named: Arguments
) -> str:
    return reverse(name, urlconf, args=args, kwargs=dict(named))


@register.tag
def url(parser: Parser, token: Token) -> RememberedURLNode:
    plain = url_of_django(parser, token)
    return RememberedURLNode(plain.view_name, plain.args, plain.kwargs, plain.asvar)
