"""The pipeline as columns, one a stage, in a fixed number of queries."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Case, Count, F, Q, When, Window
from django.db.models.functions import RowNumber

from accounts.models import Membership
from partners.models import Nomination, Organisation, PipelineRules, Stage
from partners.models.organisation_queries import OrganisationQuerySet
from partners.models.pipeline.steps import AT_THE_TABLE, BEFORE, GONE
from partners.reports.pipeline.rows import FIELDS, Row, in_pipeline, rows_of, with_plan
from partners.reports.pipeline.stages import staged

# Cards of one stage; the table has them all. Of members the newest tell whom one has just won.
A_COLUMN, NEWEST = 25, 8
COLUMNS = (*BEFORE, *AT_THE_TABLE)


@dataclass(frozen=True)
class Column:
    stage: Stage
    count: int = 0
    rows: list[Row] = field(default_factory=list)

    @property
    def label(self) -> str:
        return str(self.stage.label)

    @property
    def is_cut(self) -> bool:
        return len(self.rows) < self.count


@dataclass(frozen=True)
class Board:
    """`gone` are the stages that stand apart, with how many there are in each."""

    columns: list[Column]
    gone: list[Column]
    suggestions: int

    @property
    def is_empty(self) -> bool:
        return not any(column.count for column in (*self.columns, *self.gone))


def board_of(membership: Membership, *, on: date) -> Board:
    """Whoever is to be invited first stands first, the newest member first, others by name. Seven queries."""
    rows = Organisation.objects.visible_to(membership)
    heads = _heads(rows)
    counts = {stage: count for _pk, stage, count in heads}
    shown = in_pipeline(rows.filter(pk__in=[pk for pk, stage, _n in heads if stage in COLUMNS]))
    told = sorted(shown.values(*FIELDS), key=_order([pk for pk, _stage, _n in heads]))
    found = rows_of(told, PipelineRules.of(membership.coalition_id), on=on)
    return Board(
        columns=[
            Column(stage, counts.get(stage, 0), [row for row in found if row.stage == stage])
            for stage in COLUMNS
        ],
        gone=[Column(stage, counts.get(stage, 0)) for stage in GONE],
        suggestions=Nomination.objects.waiting(membership.coalition_id).count(),
    )


def _heads(rows: OrganisationQuerySet) -> list[tuple[int, str, int]]:
    """Of each stage the first (id, stage, how many stand in it), in their order."""
    joined = Case(When(kind=Organisation.Kind.PARTNER, then=F("since_on")))
    order = (
        joined.desc(nulls_last=True),
        F("invite_by").asc(nulls_last=True),
        F("sort_name").asc(),
        F("pk").asc(),
    )
    is_shown = Q(place__lte=NEWEST) | (~Q(stage=Stage.MEMBER) & Q(place__lte=A_COLUMN))
    placed = with_plan(staged(rows)).exclude(stage="").order_by()
    heads = placed.annotate(
        place=Window(RowNumber(), partition_by="stage", order_by=order),
        count=Window(Count("pk"), partition_by="stage"),
    )
    return list(
        heads.filter(is_shown).order_by("stage", "place").values_list("pk", "stage", "count")
    )


def _order(ids: list[int]) -> Callable[[dict[str, Any]], int]:
    places = {pk: place for place, pk in enumerate(ids)}
    return lambda told: places[told["pk"]]
