"""What the tests of goals share: addresses, plain text, forms sent with their marks, and terms."""

import re

from django.urls import reverse

from tests.forms import carried
from tests.partners.composition.table import partner, term

__all__ = ["at", "partner", "sent", "term", "text"]


def at(client, name, *args) -> str:
    return reverse(f"goals:{name}", args=[client.slug, *args])


def text(answer) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", answer.content.decode()).split())


def sent(client, address, told, *, mark="opened"):
    """The form as it is opened, with these answers."""
    return client.post(address, {mark: carried(client.get(address), mark), **told})
