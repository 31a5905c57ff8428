"""Whom a form of the communication plan offers."""

from django.db.models import QuerySet

from accounts.models import Membership
from partners.models import Contact


def members(coalition: int, *, chosen: int | None) -> QuerySet[Membership]:
    """Who is a member now; and who was chosen before, so that a form does not lose them unseen."""
    rows = Membership.objects.filter(coalition=coalition)
    known = rows.active() | rows.filter(pk=chosen or 0)
    return known.with_people().order_by("person__full_name", "pk")


def people_of_partners(coalition: int, *, chosen: int | None) -> QuerySet[Contact]:
    """Who is at a partner of today; and who was chosen before."""
    rows = Contact.objects.filter(coalition=coalition)
    there = (
        rows.current()
        .known()
        .filter(organisation__retired_on__isnull=True, organisation__merged_into__isnull=True)
    )
    known = there | rows.filter(pk=chosen or 0)
    return known.select_related("organisation").order_by("name", "pk")
