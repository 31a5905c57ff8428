"""The addresses of mutual value, and what a page says."""

from django.contrib.messages import get_messages
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Organisation
from tests.conftest import MemberClient
from tests.factories import MembershipFactory, RepresentationFactory
from tests.forms import all_hidden


def address(name: str, client: MemberClient, *args: object) -> str:
    return reverse(f"partners:{name}", args=[client.slug, *args])


def said(answer) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


def fill(client: MemberClient, url: str, **answers):
    """Open the form, type, send."""
    return client.post(url, all_hidden(client.get(url)) | answers)


def speaker_of(organisation: Organisation) -> MemberClient:
    """Somebody who signs in for the organisation."""
    membership = MembershipFactory(coalition=organisation.coalition, role=Role.PARTNER)
    RepresentationFactory(organisation=organisation, membership=membership)
    return MemberClient.of(membership)
