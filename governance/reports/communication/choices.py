"""Whom a form of the communication plan offers."""

from django.db.models import QuerySet

from accounts.models import Membership


def members(coalition: int, *, chosen: int | None) -> QuerySet[Membership]:
    """Who is a member now; and who was chosen before, so that a form does not lose them unseen."""
    rows = Membership.objects.filter(coalition=coalition)
    known = rows.active() | rows.filter(pk=chosen or 0)
    return known.with_people().order_by("person__full_name", "pk")
