"""Texts that people wrote, with the words of the coalition's glossary explained where they stand.

    {% load explaining %}
    {% explained organisation.description %}
    {% explained talk.said "lines" %}      as `linebreaksbr` would
    {% explained call.about "paragraphs" %}   as `linebreaks` would

The page's context carries an `explainer`; without one the text stands as it is, escaped.
"""

from collections import Counter
from zlib import crc32

from django import template
from django.template.context import RequestContext
from django.utils.safestring import SafeString

from common.text.explaining import Explainer, in_lines, in_paragraphs
from common.text.explaining import explained as explain

register = template.Library()

COUNTED = "words_explained"  # in the request: how often a page has told each text so far
SHAPES = {"": lambda marked: marked, "lines": in_lines, "paragraphs": in_paragraphs}
NOBODY = Explainer()


@register.simple_tag(takes_context=True)
def explained(context: RequestContext, text: str | None, shape: str = "") -> SafeString:
    """The first place of each known word in this text tells what it means."""
    if not text:
        return SafeString("")
    told = str(text)
    marked = explain(told, context.get("explainer") or NOBODY, mark=_mark(context, told))
    return SHAPES[shape](marked)


def _mark(context: RequestContext, text: str) -> str:
    """The same text has the same mark whenever its page is drawn, also when a part of it is drawn again.

    A text that stands several times on a page is counted there.
    """
    page = vars(context["request"]) if "request" in context else {}
    told: Counter[int] = page.setdefault(COUNTED, Counter())
    name = crc32(text.encode())
    told[name] += 1
    return f"word-{name:x}-{told[name]}"
