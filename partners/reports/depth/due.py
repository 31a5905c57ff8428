"""Whose profile is to be confirmed again: last said to be right too long ago, or never since it came."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import DateField, ExpressionWrapper, F, Func, OuterRef, Subquery, Value
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
    latest = Verification.objects.filter(
        coalition=OuterRef("coalition_id"), organisation=OuterRef("pk")
    ).order_by("-on")
    every = DepthSettings.objects.filter(coalition=coalition).values("verify_every")[:1]
    rows = Organisation.objects.of_coalition(coalition).active()
    partners = rows.of_kinds([Organisation.Kind.PARTNER])
    dated = partners.annotate(
        last_verified=Subquery(latest.values("on")[:1]),
        asked_since=Coalesce(Subquery(latest.values("on")[:1]), TruncDate("created_at")),
        every=Coalesce(Subquery(every), Value(EVERY_DAYS)),
    )
    long_ago = Func(
        Cast(on if isinstance(on, Blank) else Value(on), DateField()),
        F("every"),
        arg_joiner=" - ",
        template="(%(expressions)s)",
    )
    due = dated.filter(asked_since__lte=ExpressionWrapper(long_ago, output_field=DateField()))
    return due.order_by("asked_since", "sort_name", "pk")


def due_list(membership: Membership, *, on: date, page: str) -> DueList:
    settings = DepthSettings.objects.of(membership.coalition_id)
    rows = due_for_verifying(membership.coalition_id, on=on).select_related("owner")
    return DueList(Paginator(rows, A_PAGE).get_page(page), every=settings.verify_every)
