"""The charter in a few figures: what every page about it, and the landing page, tell."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from governance.models import CharterSignature, CharterVersion
from partners.models import Organisation
from partners.models.organisation_queries import OrganisationQuerySet


@dataclass(frozen=True)
class CharterSummary:
    """The charter that holds. Organisations are members: partners that are not retired."""

    number: int
    adopted_on: date
    review_on: date
    signed: int
    objecting: int
    members: int

    @property
    def silent(self) -> int:
        """How many have neither signed nor objected."""
        return self.members - self.signed - self.objecting

    def is_due(self, *, on: date) -> bool:
        return self.review_on <= on


def charter_summary(coalition: int) -> CharterSummary | None:
    """In one query; None where no charter was adopted yet."""
    rows: QuerySet = CharterVersion.objects.of_coalition(coalition).current()
    told = rows.annotate(
        signed=_answered(CharterSignature.Answer.SIGNED),
        objecting=_answered(CharterSignature.Answer.OBJECTS),
        members=_counted(members_of(OuterRef("coalition"))),
    ).values_list("number", "adopted_on", "review_on", "signed", "objecting", "members")
    found = told.first()
    return CharterSummary(*found) if found else None


def members_of(coalition: Any) -> OrganisationQuerySet:
    """The organisations that can sign: partners that are not retired."""
    rows = Organisation.objects.of_coalition(coalition)
    return rows.active().of_kinds([Organisation.Kind.PARTNER])


def _answered(answer: str) -> Coalesce:
    given = CharterSignature.objects.filter(version=OuterRef("pk"), answer=answer)
    theirs = Q(organisation__kind=Organisation.Kind.PARTNER, organisation__retired_on=None)
    return _counted(given.filter(theirs))


def _counted(rows: QuerySet) -> Coalesce:
    """How many rows the question finds, within another."""
    one = rows.order_by().values("coalition").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(one), 0)
