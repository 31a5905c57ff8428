"""People at organisations as visiting cards: a fixed number of queries for each batch."""

from collections.abc import Iterable, Iterator

from django.conf import settings

from common.documents.vcards import Card, Place
from partners.models import Address, Contact, Organisation
from partners.models.organisation_queries import OrganisationQuerySet

# So many organisations with their people are in memory at once.
BATCH = 500


def cards_of_all(organisations: OrganisationQuerySet, *, with_addresses: bool) -> Iterator[Card]:
    """Everybody who is there now, in the order of the organisations; nobody whose listing is paused."""
    ids = list(organisations.listed().values_list("pk", flat=True))
    for first in range(0, len(ids), BATCH):
        found = Organisation.objects.with_details().in_bulk(ids[first : first + BATCH])
        # Gone since the list of ids was read: deleted by an undo.
        for pk in ids[first : first + BATCH]:
            if pk in found:
                yield from cards_of(found[pk], with_addresses=with_addresses)


def cards_of(
    organisation: Organisation, *, with_addresses: bool, people: Iterable[Contact] | None = None
) -> Iterator[Card]:
    """Of the people given, or of all who are there now. Without addresses: neither e-mail nor phone."""
    place = next(map(_place, organisation.addresses.all()), None)
    for contact in organisation.current_contacts if people is None else people:
        yield Card(
            identity=f"{settings.SITE_URL}/contact/{contact.pk}",
            name=contact.name,
            organisation=organisation.name,
            title=contact.title,
            email=contact.email if with_addresses else "",
            phone=contact.phone if with_addresses else "",
            website=organisation.website,
            place=place,
        )


def _place(address: Address) -> Place:
    """The first address of an organisation is the one that letters go to."""
    return Place(
        street=address.street,
        city=address.city,
        region=address.region,
        postcode=address.postcode,
    )
