"""Whose profile is to be confirmed again: last said to be right too long ago, or never since it came."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import (
    CharField,
    DateField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce, TruncDate

from accounts.models import Membership
from common.database.blanks import Blank
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
    cutoff, confirmed = _cutoff(coalition, on), Verification.objects.filter(coalition=coalition)
    of_it = confirmed.filter(organisation=OuterRef("pk"))
    # Whom nobody need ask is left out before anybody's last day is looked for.
    due = _partners(coalition).filter(
        ~Exists(of_it.filter(on__gt=cutoff)),
        Q(came_on__lte=cutoff) | Q(pk__in=confirmed.values("organisation")),
    )
    told = due.annotate(last_verified=_latest(of_it))
    return _since(Coalesce("last_verified", "came_on"), told)


def never_confirmed(coalition: int | Blank, *, on: date | Blank) -> OrganisationQuerySet:
    """The first half of those who are due, found in the order in which they came: many thousand may be."""
    cutoff = _cutoff(coalition, on)
    of_it = Verification.objects.filter(coalition=coalition, organisation=OuterRef("pk"))
    # An index knows moments, a person days: the next night is over everywhere two days later.
    soon_after = ExpressionWrapper(cutoff + Value(2), output_field=DateField())
    due = _partners(coalition).filter(
        ~Exists(of_it), created_at__lt=Cast(soon_after, DateTimeField()), came_on__lte=cutoff
    )
    return due.annotate(asked_since=F("came_on")).order_by("created_at", "pk")


def confirmed_long_ago(coalition: int | Blank, *, on: date | Blank) -> OrganisationQuerySet:
    """The other half of those who are due."""
    confirmed = Verification.objects.filter(coalition=coalition)
    of_it = confirmed.filter(organisation=OuterRef("pk"))
    due = _partners(coalition).filter(
        ~Exists(of_it.filter(on__gt=_cutoff(coalition, on))),
        pk__in=confirmed.values("organisation"),
    )
    return _since(_latest(of_it), due)


def _cutoff(coalition: int | Blank, on: date | Blank) -> ExpressionWrapper:
    """Who was asked on that day or earlier is asked again."""
    every = DepthSettings.objects.filter(coalition=coalition).values("verify_every")[:1]
    return ExpressionWrapper(
        Cast(on if isinstance(on, Blank) else Value(on), DateField())
        - Coalesce(Subquery(every), Value(EVERY_DAYS)),
        output_field=DateField(),
    )


def _partners(coalition: int | Blank) -> OrganisationQuerySet:
    rows = Organisation.objects.of_coalition(coalition).active()
    return rows.of_kinds([Organisation.Kind.PARTNER]).alias(came_on=TruncDate("created_at"))


def _latest(confirmed: QuerySet[Verification]) -> Subquery:
    return Subquery(confirmed.order_by("-on").values("on")[:1])


def _by_whom(coalition: int) -> Subquery:
    """Who said so last: somebody of theirs, or whoever of us looked."""
    said = Verification.objects.filter(coalition=coalition, organisation=OuterRef("pk"))
    who = Coalesce("contact__name", "by__full_name", output_field=CharField())
    return Subquery(said.order_by("-on", "-pk").values_list(who)[:1])


def _since(day: Any, due: OrganisationQuerySet) -> OrganisationQuerySet:
    return due.annotate(asked_since=day).order_by("asked_since", "sort_name", "pk")


def due_list(membership: Membership, *, on: date, page: str) -> DueList:
    settings = DepthSettings.objects.of(membership.coalition_id)
    rows = due_for_verifying(membership.coalition_id, on=on).select_related("owner")
    rows = rows.annotate(verified_by=_by_whom(membership.coalition_id))
    return DueList(Paginator(rows, A_PAGE).get_page(page), every=settings.verify_every)
