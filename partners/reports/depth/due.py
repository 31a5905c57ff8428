"""Whose profile is to be confirmed again: last said to be right too long ago, or never since it came."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import DateField, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery, Value
from django.db.models.functions import Cast, Coalesce, TruncDate

from accounts.models import Membership
from common.blanks import Blank
from partners.models import DepthSettings, Organisation, Verification
from partners.models.depth.settings import EVERY_DAYS
from partners.models.organisation_queries import OrganisationQuerySet

A_PAGE = 50


@dataclass(frozen=True)
class DueList:
    page: Page
    every: int


def due_for_verifying(coalition: int | Blank, *, on: date | Blank) -> OrganisationQuerySet:
    """`last_verified` and `asked_since`, the longest ago first. Partners only: prospects said nothing yet.

    A partner that was never confirmed is due when it has been here for that long.
    """
    every = DepthSettings.objects.filter(coalition=coalition).values("verify_every")[:1]
    cutoff = ExpressionWrapper(
        Cast(on if isinstance(on, Blank) else Value(on), DateField())
        - Coalesce(Subquery(every), Value(EVERY_DAYS)),
        output_field=DateField(),
    )
    confirmed = Verification.objects.filter(coalition=coalition)
    of_it = confirmed.filter(organisation=OuterRef("pk"))
    latest = Subquery(of_it.order_by("-on").values("on")[:1])
    rows = Organisation.objects.of_coalition(coalition).active()
    partners = rows.of_kinds([Organisation.Kind.PARTNER]).alias(came_on=TruncDate("created_at"))
    # Whom nobody need ask is left out before anybody's last day is looked for.
    due = partners.filter(
        ~Exists(of_it.filter(on__gt=cutoff)),
        Q(came_on__lte=cutoff) | Q(pk__in=confirmed.values("organisation")),
    ).annotate(last_verified=latest, asked_since=Coalesce(latest, F("came_on")))
    return due.order_by("asked_since", "sort_name", "pk")


def due_list(membership: Membership, *, on: date, page: str) -> DueList:
    settings = DepthSettings.objects.of(membership.coalition_id)
    rows = due_for_verifying(membership.coalition_id, on=on).select_related("owner")
    return DueList(Paginator(rows, A_PAGE).get_page(page), every=settings.verify_every)
