"""Which partners are here for a goal, and of which nobody has said so yet."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q

from accounts.models import Membership
from goals.models import HereFor
from partners.models import Organisation, ProfileAnswer, Topic
from partners.models.organisation_queries import OrganisationQuerySet

A_PAGE = 50


@dataclass(frozen=True)
class Linked:
    """Of all partners of today, how many are here for at least one goal that runs."""

    partners: int
    linked: int

    @property
    def unlinked(self) -> int:
        return self.partners - self.linked


def linked(membership: Membership) -> Linked:
    """One query."""
    counted = _partners(membership).aggregate(
        partners=Count("pk"), linked=Count("pk", filter=Q(is_linked=True))
    )
    return Linked(**counted)


def here_for_none(membership: Membership, *, page: str) -> Page:
    """By name; `says_why` when it has told why it is here, so that only the goal is left to choose."""
    why = ProfileAnswer.objects.readable_by(membership).about(Topic.WHY_HERE)
    rows = _partners(membership).filter(is_linked=False).annotate(says_why=why.are_there())
    return Paginator(rows.select_related("coalition").by_name(), A_PAGE).get_page(page)


def _partners(membership: Membership) -> OrganisationQuerySet:
    here = HereFor.objects.in_running_goals().filter(organisation=OuterRef("pk"))
    rows = Organisation.objects.visible_to(membership).active()
    partners = rows.of_kinds([Organisation.Kind.PARTNER])
    return partners.annotate(is_linked=Exists(here.order_by()))
