"""Views, kept and opened."""

from urllib.parse import parse_qs, urlsplit

from django.urls import reverse

from partners.models import SavedView
from tests.conftest import MemberClient


def save(client: MemberClient, address: str, name: str = "Mine", **sent) -> SavedView:
    """Press "Save as a view" on the list at that address."""
    client.post(at(client, "view_add"), {"address": address, "name": name, **sent}, follow=True)
    return SavedView.objects.get(owner=client.membership.person, name=name)


def at(client: MemberClient, address: str, *values) -> str:
    return reverse(f"partners:{address}", args=[client.slug, *values])


def opened(client: MemberClient, view: SavedView):
    return client.get(at(client, "view", view.pk), follow=True)


def rows(answer) -> list[str]:
    return [row.name for row in answer.context["listing"].rows]


def asked(answer) -> dict[str, list[str]]:
    """The question of the address at which the answer was found."""
    return parse_qs(urlsplit(answer.redirect_chain[-1][0]).query)
