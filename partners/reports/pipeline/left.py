"""Those who left, and those who said no: kept, told apart from the others, and counted by reason."""

from dataclasses import dataclass
from datetime import date

from django.db.models import CharField, Count, OuterRef, Subquery
from django.utils.translation import gettext as _

from accounts.models import Membership
from partners.models import Cause, Organisation, PipelineStep
from partners.models.organisation_queries import OrganisationQuerySet
from partners.reports.pages import Page
from partners.reports.pipeline.stages import staged, with_since

A_PAGE = 50


@dataclass(frozen=True)
class Gone:
    pk: int
    name: str
    since_on: date | None
    left_on: date | None
    cause: str
    why: str


@dataclass(frozen=True)
class Reason:
    label: str
    count: int


@dataclass(frozen=True)
class Left:
    stage: str
    rows: list[Gone]
    reasons: list[Reason]
    page: Page

    @property
    def total(self) -> int:
        return sum(reason.count for reason in self.reasons)


def left(membership: Membership, *, stage: str, page: int) -> Left:
    """Of one of the two stages, the last to go first: two queries."""
    rows = _with_cause(staged(Organisation.objects.visible_to(membership)).filter(stage=stage))
    counted = rows.order_by().values("cause").annotate(n=Count("pk"))
    begin = (page - 1) * A_PAGE
    ordered = with_since(rows).order_by("-stage_on", "sort_name", "pk")
    told = list(
        ordered.values("pk", "name", "since_on", "stage_on", "cause", "retired_reason")[
            begin : begin + A_PAGE + 1
        ]
    )
    return Left(
        stage=stage,
        rows=[
            Gone(
                pk=row["pk"],
                name=row["name"],
                since_on=row["since_on"],
                left_on=row["stage_on"],
                cause=_label(row["cause"]),
                why=row["retired_reason"],
            )
            for row in told[:A_PAGE]
        ],
        reasons=sorted(
            (Reason(_label(row["cause"]), row["n"]) for row in counted),
            key=lambda one: (-one.count, one.label),
        ),
        page=Page(page, has_next=len(told) > A_PAGE),
    )


def _with_cause(rows: OrganisationQuerySet) -> OrganisationQuerySet:
    """`cause`: of the last step out, if one was logged."""
    steps = PipelineStep.objects.filter(organisation=OuterRef("pk"), stage=OuterRef("stage"))
    cause = steps.newest_first().values("cause")[:1]
    return rows.annotate(cause=Subquery(cause, output_field=CharField()))


def _label(cause: str | None) -> str:
    return str(Cause(cause).label) if cause else _("No main reason chosen")
