"""A form as its page shows it, sent back as a browser would."""

from typing import Any

from django.test import Client

from tests.forms import all_hidden


def opened_form(client: Client, url: str) -> dict[str, Any]:
    """Everything that the page's form carries and shows."""
    answer = client.get(url)
    form = answer.context.get("form")
    shown = {field.html_name: field.value() for field in form or ()}
    told = {name: value for name, value in shown.items() if value not in (None, "")}
    hidden = {name: values[0] for name, values in all_hidden(answer).items()}
    return {**told, **hidden}
