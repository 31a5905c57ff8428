"""The list as somebody asks for it."""

from django.urls import reverse

from partners.models import Organisation
from tests.conftest import MemberClient
from tests.factories import ClassificationFactory, OrganisationFactory, TermFactory


def browse(client: MemberClient, address: str = "", **headers):
    return client.get(f"{reverse('partners:list', args=[client.slug])}{address}", headers=headers)


def names(client: MemberClient, address: str = "") -> list[str]:
    """The partners that the page shows, in its order."""
    return [row.name for row in browse(client, address).context["listing"].rows]


def add(client: MemberClient, name: str, **fields) -> Organisation:
    return OrganisationFactory(coalition=client.membership.coalition, name=name, **fields)


def tag(organisation: Organisation, vocabulary: str, name: str) -> None:
    term = TermFactory(coalition=organisation.coalition, vocabulary=vocabulary, name=name)
    ClassificationFactory(organisation=organisation, term=term)
