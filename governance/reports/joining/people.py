"""Who of an organisation can be named: its people of today, and members who represent it."""

from dataclasses import dataclass

from accounts.models import Membership
from partners.models import Contact, Organisation, Representation


@dataclass(frozen=True)
class OneOfThem:
    """A person to choose. `key` tells a form which: “contact-17”, “member-4”."""

    key: str
    name: str
    note: str
    has_address: bool
    contact: Contact | None = None
    membership: Membership | None = None


def people_of(organisation: Organisation, *, with_members: bool = False) -> list[OneOfThem]:
    """Contacts who are still there; with members who represent it and are no contact too. Two queries."""
    contacts = Contact.objects.at([organisation.pk]).current().known()
    found = [
        OneOfThem(f"contact-{one.pk}", one.name, one.title, bool(one.email), contact=one)
        for one in contacts.order_by("name", "pk")
    ]
    if not with_members:
        return found
    known = {one.contact.email.lower() for one in found if one.contact}
    for row in Representation.objects.shown_for(organisation):
        member = row.membership
        if member and member.ended_on is None and member.person.email not in known:
            name = member.person.full_name
            found.append(
                OneOfThem(f"member-{member.pk}", name, "", has_address=True, membership=member)
            )
    return found
