"""Who has asked to join, and whom of our list each may be."""

from dataclasses import dataclass

from accounts.models import Coalition
from governance.models import JoinRequest, OpenDoor
from partners.duplicates.nominated import Alike, alike
from partners.models import Contact, Nomination, Organisation

SETTLED = 50


@dataclass(frozen=True)
class Asks:
    waiting: list[JoinRequest]
    settled: list[JoinRequest]
    door: OpenDoor | None


def asks(coalition: Coalition) -> Asks:
    """Three queries."""
    rows = JoinRequest.objects.of_coalition(coalition).with_people()
    return Asks(
        waiting=list(rows.waiting().oldest_first()),
        settled=list(rows.settled().newest_first()[:SETTLED]),
        door=OpenDoor.objects.standing_in(coalition),
    )


@dataclass(frozen=True)
class Known:
    """Who asked stands on the list already, as a contact with this address."""

    contact: Contact
    organisation: Organisation


def known_people(asked: JoinRequest) -> list[Known]:
    """One query; nobody once they are erased."""
    if not asked.email:
        return []
    rows = Contact.objects.filter(coalition=asked.coalition_id).current().with_address(asked.email)
    return [Known(one, one.organisation) for one in rows.select_related("organisation")]


def likely_the_same(asked: JoinRequest) -> list[Alike]:
    """Judged as suggestions are, by name, other names, initials and website: three queries."""
    if not asked.organisation_name:
        return []
    told = Nomination(
        coalition_id=asked.coalition_id, name=asked.organisation_name, website=asked.website
    )
    return alike(told)
