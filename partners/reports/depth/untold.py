"""Of whom one thing is not told yet: for example nobody has said why they are here (D4)."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef

from accounts.models import Membership
from partners.models import Organisation, ProfileAnswer, Topic
from partners.models.organisation_queries import OrganisationQuerySet

A_PAGE = 50


@dataclass(frozen=True)
class Missing:
    """How many partners say nothing of a topic."""

    topic: Topic
    number: int


@dataclass(frozen=True)
class Untold:
    topic: Topic
    topics: list[Missing]
    partners: int
    page: Page


def untold(membership: Membership, topic: str, *, page: str) -> Untold:
    """Five queries. What nobody can have meant asks for "why here"."""
    asked = Topic(topic) if topic in Topic.values else Topic.WHY_HERE
    partners = _partners(membership)
    said = ProfileAnswer.objects.readable_by(membership)
    about_it = said.about(asked).filter(organisation=OuterRef("pk"))
    rows = partners.filter(~Exists(about_it)).select_related("owner").by_name()
    told = _told(partners, membership)
    total = partners.count()
    return Untold(
        topic=asked,
        topics=[Missing(each, total - told.get(each.value, 0)) for each in Topic],
        partners=total,
        page=Paginator(rows, A_PAGE).get_page(page),
    )


def _partners(membership: Membership) -> OrganisationQuerySet:
    rows = Organisation.objects.visible_to(membership).active()
    return rows.of_kinds([Organisation.Kind.PARTNER])


def _told(partners: OrganisationQuerySet, membership: Membership) -> dict[str, int]:
    """Of how many partners something is told, by topic."""
    said = ProfileAnswer.objects.readable_by(membership)
    rows = said.filter(organisation__in=partners.order_by().values("pk")).order_by()
    return dict(rows.values_list("topic").annotate(Count("organisation", distinct=True)))
