"""Django's `i18n` tags with a memory: a page says the same sixty words in the same language each time.

The settings put this library in the place of `i18n`, so templates load that and know nothing of it.
"""

from typing import Any

from django import template
from django.template.base import Node, Parser, Token
from django.template.context import Context
from django.templatetags import i18n
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.utils.translation import get_language

register = template.Library()
register.tags.update(i18n.register.tags)
register.filters.update(i18n.register.filters)


class RememberedTranslateNode(Node):
    """Words that stand in the template itself: looked up once for each language."""

    child_nodelists = ()

    def __init__(self, plain: TranslateNode) -> None:
        self.plain, self.asvar = plain, plain.asvar
        plain.asvar = None  # it tells us, and we say where
        self.said: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        language = get_language()
        words = self.said.get(language)
        if words is None:
            words = self.said[language] = self.plain.render(context)
        if self.asvar:
            context[self.asvar] = words
            return ""
        return words


class RememberedBlockTranslateNode(BlockTranslateNode):
    """What is looked up is put together from the template once; the values are filled in each time."""

    def __init__(self, *told: Any, **named: Any) -> None:
        super().__init__(*told, **named)
        self.written: dict[bool, tuple[str, list[str]]] = {}

    def render_token_list(self, tokens: list[Token]) -> tuple[str, list[str]]:
        known = self.written.get(tokens is self.plural)
        if known is None:
            known = self.written[tokens is self.plural] = super().render_token_list(tokens)
        message, names = known
        return message, [*names]  # the caller adds to them


@register.tag("translate")
@register.tag("trans")
def translate(parser: Parser, token: Token) -> Node:
    plain = i18n.do_translate(parser, token)
    expression, meant = plain.filter_expression, plain.message_context
    is_literal = expression.var.literal is not None and not expression.filters
    return RememberedTranslateNode(plain) if is_literal and meant is None else plain


@register.tag("blocktranslate")
@register.tag("blocktrans")
def block_translate(parser: Parser, token: Token) -> BlockTranslateNode:
    plain = i18n.do_block_translate(parser, token)
    return RememberedBlockTranslateNode(
        plain.extra_context,
        plain.singular,
        plain.plural,
        plain.countervar,
        plain.counter,
        plain.message_context,
        trimmed=plain.trimmed,
        asvar=plain.asvar,
        tag_name=token.split_contents()[0],
    )
