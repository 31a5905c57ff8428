"""Whom one can name: the people of partners, by “Ana Ruiz, Green Clinic”."""

from django.db.models import Q

from accounts.models import Coalition
from partners.models import Contact
from partners.models.contacts import ContactQuerySet

OFFERED = 1000  # so many names a browser can offer while somebody types


def name_of(contact: Contact) -> str:
    return f"{contact.name}, {contact.organisation.name}"


def people_offered(coalition: Coalition) -> list[str]:
    """People who are there, at organisations that are, by name."""
    rows = _there(coalition.pk).select_related("organisation").order_by("name", "pk")
    return [name_of(contact) for contact in rows[:OFFERED]]


def people_called(coalition: int, told: str) -> list[Contact]:
    """Who is meant by “Ana Ruiz, Green Clinic”, by “Ana Ruiz” or by her e-mail address.

    Names may hold commas, so each comma is tried as the one before the organisation.
    """
    told = " ".join(told.split())
    rows = _there(coalition).select_related("organisation")
    meant = Q(name__iexact=told) | Q(email__iexact=told)
    parts = told.split(", ")
    for at in range(1, len(parts)):
        name, organisation = ", ".join(parts[:at]), ", ".join(parts[at:])
        meant |= Q(name__iexact=name, organisation__name__iexact=organisation)
    return list(rows.filter(meant).order_by("pk")[:2]) if told else []


def contact_of(coalition: int, email: str) -> Contact | None:
    """The member among the people of partners, if one of these has the same e-mail address."""
    rows = _there(coalition).select_related("organisation").with_address(email)
    return rows.order_by("pk").first() if email else None


def _there(coalition: int) -> ContactQuerySet:
    rows = Contact.objects.current().known()
    return rows.filter(coalition=coalition, organisation__retired_on__isnull=True)
