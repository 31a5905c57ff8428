"""The organisations of the pipeline as cards and lines show them, many at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, CharField, DateField, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce

from partners.models import Gap, Organisation, PipelineRules, Stage
from partners.models.organisation_queries import OrganisationQuerySet
from partners.models.pipeline.steps import BEFORE, MOVES, TO_INVITE
from partners.reports.pipeline.doors import Door
from partners.reports.pipeline.readiness import Hint, hint_of, signs_of
from partners.reports.pipeline.stages import staged, with_since

FIELDS = (
    "pk",
    "name",
    "kind",
    "stage",
    "stage_on",
    "keeper",
    "inviter",
    "invite_by",
    "through_name",
)


@dataclass(frozen=True)
class Row:
    pk: int
    name: str
    kind: str
    stage: str
    stage_on: date | None
    keeper: str
    inviter: str
    invite_by: date | None
    through_name: str
    hint: Hint | None = None
    door: Door | None = None

    @property
    def label(self) -> str:
        return str(Stage(self.stage).label) if self.stage else ""

    @property
    def ways(self) -> tuple[Stage, ...]:
        return MOVES[self.stage]

    @property
    def is_before(self) -> bool:
        return self.stage in BEFORE


def with_plan(rows: OrganisationQuerySet) -> OrganisationQuerySet:
    """`inviter`, `invite_by`: who invites by when, as planned here or for a gap that they would fill.

    Only of prospects: of whom else nobody asks, and many are no prospects.
    """
    gaps = Gap.objects.unfinished().filter(organisation=OuterRef("pk")).order_by("ask_by", "pk")
    asks = Subquery(gaps.values("owner__full_name")[:1], output_field=CharField())
    by = Subquery(gaps.values("ask_by")[:1], output_field=DateField())
    return rows.annotate(
        keeper=F("owner__full_name"),
        inviter=_of_prospects(F("pipeline_plan__inviter__full_name"), asks),
        invite_by=_of_prospects(F("pipeline_plan__invite_by"), by),
        through_name=F("pipeline_plan__through__name"),
    )


def _of_prospects(planned: F, else_: Any) -> Case:
    """The other one is asked for only where nothing is planned."""
    is_prospect = Q(kind=Organisation.Kind.PROSPECT, retired_on__isnull=True)
    return Case(When(is_prospect, then=Coalesce(planned, else_)), output_field=else_.output_field)


def in_pipeline(rows: OrganisationQuerySet) -> OrganisationQuerySet:
    """With all that a row says of them; those in no stage are not in it."""
    return with_plan(with_since(staged(rows))).exclude(stage="")


def rows_of(told: Iterable[dict[str, Any]], rules: PipelineRules, *, on: date) -> list[Row]:
    """Three queries more, for the hints of those who are not yet invited."""
    values = [{**one, **_words(one)} for one in told]
    signs = signs_of([one["pk"] for one in values if one["stage"] in TO_INVITE], on=on)
    return [
        Row(
            **one,
            hint=hint_of(signs[one["pk"]], rules) if one["pk"] in signs else None,
            door=next(iter(signs[one["pk"]].doors), None) if one["pk"] in signs else None,
        )
        for one in values
    ]


def _words(told: dict[str, Any]) -> dict[str, str]:
    """What nobody has said is an empty word."""
    return {name: told[name] or "" for name in ("keeper", "inviter", "through_name")}
