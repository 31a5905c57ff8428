"""Sectors that are part of broad ones, and partners that carry them."""

from partners.models import Organisation, Term
from tests.conftest import MemberClient
from tests.factories import ClassificationFactory, TermFactory
from tests.partners.listing.browsing import add

BROAD = {
    "Clinics": "health",
    "Local government": "government",
    "Schools": "academia",
    "Transit": "government",
    "Housing": "",
}


def sectors(client: MemberClient) -> dict[str, Term]:
    """In this order; of housing it is not said."""
    return {
        name: TermFactory(
            coalition=client.membership.coalition, name=name, broad_sector=broad, position=position
        )
        for position, (name, broad) in enumerate(BROAD.items())
    }


def carrying(client: MemberClient, name: str, *terms: Term, **fields) -> Organisation:
    one = add(client, name, **fields)
    for term in terms:
        ClassificationFactory(organisation=one, term=term)
    return one
