"""Own fields, defined and answered."""

import html

from django.urls import reverse

from partners.models import OwnField
from tests.conftest import MemberClient
from tests.factories import OwnFieldFactory


def press(client: MemberClient, what: str, field: OwnField, **told):
    return client.post(reverse(f"partners:own_field_{what}", args=[client.slug, field.pk]), told)


def own(client: MemberClient, label: str, **fields) -> OwnField:
    return OwnFieldFactory(coalition=client.membership.coalition, label=label, **fields)


def page(client: MemberClient, name: str, *args) -> str:
    answer = client.get(reverse(f"partners:{name}", args=[client.slug, *args]))
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


KINDS = [
    ("text", {}, "  Door code  12 ", "Door code  12", "Door code"),
    ("long_text", {}, "One\nTwo", "One\nTwo", "One"),
    ("number", {}, "1,200", 1200, "1,200"),
    ("number", {}, "12.50", 12.5, "12.5"),
    ("number", {}, "0", 0, "0"),
    ("date", {}, "2024-05-01", "2024-05-01", "May 1, 2024"),
    ("choice", {"choices": "willing ready"}, "ready", "ready", "Ready"),
    ("choices", {"choices": "walking cooking"}, ["cooking"], ["cooking"], "Cooking"),
    ("yes_no", {}, "yes", True, "Yes"),
    ("yes_no", {}, "no", False, "No"),
    ("link", {}, "northgate.example/room", "https://northgate.example/room", "northgate.example"),
]
