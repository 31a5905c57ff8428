"""The addresses of contributions, and what a page says."""

from datetime import date, timedelta

from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from partners.models import Organisation
from tests.conftest import MemberClient
from tests.factories import MembershipFactory, RepresentationFactory
from tests.forms import all_hidden


def address(name: str, client: MemberClient, *args: object) -> str:
    return reverse(f"contributions:{name}", args=[client.slug, *args])


def said(answer) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


def undo_of(answer) -> str:
    """Where the button leads that takes back what was just done."""
    (message,) = list(get_messages(answer.wsgi_request))
    return message.extra_tags.removeprefix("undo:")


def fill(client: MemberClient, url: str, **answers):
    """Open the form, type, send."""
    return client.post(url, all_hidden(client.get(url)) | answers)


def speaker_of(organisation: Organisation) -> MemberClient:
    """Somebody who signs in for the organisation."""
    membership = MembershipFactory(coalition=organisation.coalition, role=Role.PARTNER)
    RepresentationFactory(organisation=organisation, membership=membership)
    return MemberClient.of(membership)


def days_ago(days: int) -> date:
    """Pages go by the clock, so what they look back on lies so far behind today."""
    return timezone.localdate() - timedelta(days=days)
