"""The answers of a filter in Python: a bar draws dozens, and most pages draw a bar."""

from html import escape

from django import template
from django.utils.safestring import SafeString

from common.pages.filters import Filter

register = template.Library()

ANSWER = """<label class="item">
<input class="form-check-input" id="filter-{name}-{number}" type="{type}"
 name="{name}" value="{value}"{checked}>
{label}{count}
</label>"""


@register.simple_tag
def answers(filter: Filter) -> SafeString:  # noqa: A002 - as the template calls it
    """A tick or a dot for each, and how many it would show, where that is known."""
    name, kind = escape(filter.name), "radio" if filter.is_single else "checkbox"
    return SafeString(
        "\n".join(
            ANSWER.format(
                name=name,
                number=number,
                type=kind,
                value=escape(str(choice.value)),
                checked=" checked" if choice.is_chosen else "",
                label=escape(str(choice.label)),
                count="" if choice.count is None else f'<span class="end">{choice.count}</span>',
            )
            for number, choice in enumerate(filter.choices, 1)
        )
    )
