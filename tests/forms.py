"""What a page's forms carry, as a browser would send it back."""

import re
from html import unescape

from django.http import HttpResponse


def carried(answer: HttpResponse, name: str) -> str:
    """The value of the first hidden field of that name."""
    field = re.search(
        rf'<input type="hidden" name="{name}" value="([^"]*)"', answer.content.decode()
    )
    assert field, f"the page has no hidden field {name}"
    return unescape(field[1])


def all_hidden(answer: HttpResponse) -> dict[str, list[str]]:
    """Every hidden field of the page but the one against forgery."""
    fields: dict[str, list[str]] = {}
    for name, value in re.findall(
        r'<input type="hidden" name="([^"]+)" value="([^"]*)"', answer.content.decode()
    ):
        if name != "csrfmiddlewaretoken":
            fields.setdefault(name, []).append(unescape(value))
    return fields
