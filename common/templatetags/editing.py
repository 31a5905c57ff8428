"""What a form carries with it so that nothing is overwritten unseen, and nothing made twice."""

from django import template
from django.template.context import RequestContext
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from common.editing.edits import marked
from common.editing.form_keys import FIELD, new_key

register = template.Library()


@register.simple_tag(takes_context=True)
def opened_on(context: RequestContext, **before: object) -> SafeString:
    """In a form of a few fields without a form class: what it shows of the record, `name=term.name`."""
    shown = {name: (str(value),) for name, value in before.items()}
    return _hidden("opened", marked(context["request"], shown, at=timezone.now()))


@register.simple_tag
def opened(mark: str) -> SafeString:
    """In a form over a record: {% opened edit.mark %}."""
    return _hidden("opened", mark)


@register.simple_tag(takes_context=True)
def form_key(context: RequestContext) -> SafeString:
    """In a form that makes something. A form that comes back with mistakes keeps its key."""
    request = context["request"]
    return _hidden(FIELD, request.POST.get(FIELD) or new_key(request.user.pk))


def _hidden(name: str, value: str) -> SafeString:
    return format_html('<input type="hidden" name="{}" value="{}" data-kept>', name, value)
