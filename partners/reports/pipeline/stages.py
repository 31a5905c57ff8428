"""At which stage an organisation stands today, for one or for many, in the query that asks for them."""

from typing import Any

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, TruncDate

from partners.models import Organisation, PipelineStep, Stage
from partners.models.organisation_queries import OrganisationQuerySet
from partners.models.pipeline.steps import AT_THE_TABLE, BEFORE

PARTNER, PROSPECT = Organisation.Kind.PARTNER, Organisation.Kind.PROSPECT
IS_HERE = Q(retired_on__isnull=True)


def _latest(*stages: Stage) -> Subquery:
    """The stage of the latest step to one of these."""
    steps = PipelineStep.objects.filter(organisation=OuterRef("pk")).to(*stages).newest_first()
    return Subquery(steps.values("stage")[:1], output_field=CharField())


def _or(stages: tuple[Stage, ...], usual: Stage) -> Coalesce:
    return Coalesce(_latest(*stages), Value(usual.value), output_field=CharField())


def staged(rows: OrganisationQuerySet) -> OrganisationQuerySet:
    """`stage`: where each stands today; empty for stakeholders and for prospects retired without a step.

    The kind and the day of retiring say which stages are possible, the latest step which of them it is:
    an active partner is a member or paused, a retired one is alumni; an active prospect is a prospect, in
    conversation or invited, a retired one has declined if a step says so.
    """
    return rows.annotate(
        stage=Case(
            When(IS_HERE & Q(kind=PARTNER), then=_or(AT_THE_TABLE, Stage.MEMBER)),
            When(IS_HERE & Q(kind=PROSPECT), then=_or(BEFORE, Stage.PROSPECT)),
            When(Q(kind=PARTNER), then=Value(Stage.ALUMNI.value)),
            When(Q(kind=PROSPECT), then=Coalesce(_latest(Stage.DECLINED), Value(""))),
            default=Value(""),
            output_field=CharField(),
        )
    )


def with_since(rows: OrganisationQuerySet) -> OrganisationQuerySet:
    """`stage_on`: the day of the step that led to the stage of today.

    A member without a step is one since they joined, alumni without a step since they were retired, and a
    prospect without a step since a form, an import or a list made it one.
    """
    steps = PipelineStep.objects.filter(organisation=OuterRef("pk"), stage=OuterRef("stage"))
    day = Subquery(steps.newest_first().values("on")[:1], output_field=DateField())
    joined = Case(
        When(stage=Stage.MEMBER, then=F("since_on")),
        When(stage=Stage.ALUMNI, then=F("retired_on")),
        When(stage=Stage.PROSPECT, then=_prospect_since()),
        output_field=DateField(),
    )
    return rows.annotate(stage_on=Coalesce(day, joined, output_field=DateField()))


def _prospect_since() -> Subquery:
    """The day of the first version as a prospect of which no later version says otherwise."""
    later = _versions().filter(pgh_obj=OuterRef("pgh_obj"), pgh_id__gt=OuterRef("pgh_id"))
    ours = _versions().filter(pgh_obj=OuterRef("pk"), kind=PROSPECT)
    standing = ours.exclude(Exists(later.exclude(kind=PROSPECT))).order_by("pgh_id")
    came = standing.annotate(day=TruncDate("pgh_created_at", output_field=DateField()))
    return Subquery(came.values("day")[:1], output_field=DateField())


def _versions() -> Any:
    return next(iter(Organisation.pgh_event_models.values())).objects  # type: ignore[attr-defined]


def stage_of(organisation: int) -> str:
    """One query; empty when it is in no stage."""
    rows = Organisation.including_merged.filter(pk=organisation)
    return staged(rows).values_list("stage", flat=True).get()
