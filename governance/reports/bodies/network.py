"""The map of who works with whom, narrowed to those who sit in a body."""

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from governance.models import Body, RoleAssignment
from partners.reports.network.narrowing import Narrower, also_narrow


def bodies(membership: Membership) -> Iterable[tuple[int, str]]:
    rows = Body.objects.visible_to(membership).standing().order_by("name", "pk")
    return rows.values_list("pk", "name")


def seated(membership: Membership, chosen: tuple[str, ...], on: date) -> QuerySet:
    """The organisations whose people hold a seat there on the day."""
    rows = RoleAssignment.objects.visible_to(membership).in_bodies(chosen).in_force(on=on)
    return rows.order_by().values("organisation")


BODIES = Narrower("body", _("Body"), bodies, seated)


def announce() -> None:
    also_narrow(BODIES)
