"""What a page says after a press."""

import html
from urllib.parse import urlencode

from django.urls import reverse

from partners.models import SavedView
from tests.conftest import MemberClient
from tests.factories import OrganisationFactory


def address(name: str, client: MemberClient, *args) -> str:
    return reverse(f"partners:{name}", args=[client.slug, *args])


def said(answer) -> str:
    return html.unescape(answer.content.decode())


def kept(client: MemberClient, name: str = "Close", query=None, **fields) -> SavedView:
    return SavedView.objects.create(
        coalition=client.membership.coalition,
        owner=client.membership.person,
        name=name,
        query={"kind": ["prospect"]} if query is None else query,
        **fields,
    )


def listed(client: MemberClient, view: SavedView, **asked: str):
    """The list with the view open, and changed."""
    OrganisationFactory(coalition=client.membership.coalition, kind="prospect")
    return client.get(f"{address('list', client)}?{urlencode({'view': view.pk, **asked})}")
