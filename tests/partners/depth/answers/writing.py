"""Answers to a topic, and taking them back."""

from django.urls import reverse

from partners.models import Organisation
from tests.conftest import MemberClient
from tests.forms import carried


def at(name: str, client: MemberClient, organisation: Organisation, *args: object) -> str:
    return reverse(f"partners:{name}", args=[client.slug, organisation.pk, *args])


def rows(voice: str, *told: dict[str, str]) -> dict[str, str]:
    """Rows of a topic as a browser sends them."""
    prefix = f"{voice}_rows"
    sent = {f"{prefix}-TOTAL_FORMS": str(len(told)), f"{prefix}-INITIAL_FORMS": "0"}
    for number, row in enumerate(told):
        sent |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return sent


def write(client, organisation, topic, name="depth_topic", **said):
    url = at(name, client, organisation, topic)
    opened = carried(client.get(url), "opened")
    return client.post(url, {"opened": opened, **said})
