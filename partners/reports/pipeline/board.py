"""The pipeline as columns, one a stage, in a fixed number of queries."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Case, Count, DateField, F, Q, When, Window
from django.db.models.functions import RowNumber

from accounts.models import Membership
from partners.models import Nomination, Organisation, PipelineRules, Stage
from partners.models.pipeline import AT_THE_TABLE, BEFORE, GONE
from partners.reports.pipeline.rows import FIELDS, Row, in_pipeline, rows_of

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
    """Whoever is to be invited first stands first, the newest member first, others by name. Six queries."""
    rows = in_pipeline(Organisation.objects.visible_to(membership))
    joined = Case(When(stage=Stage.MEMBER, then=F("stage_on")), output_field=DateField())
    invite_by, newest = F("invite_by").asc(nulls_last=True), joined.desc(nulls_last=True)
    order = (newest, invite_by, F("sort_name").asc(), F("pk").asc())
    is_shown = Q(place__lte=NEWEST) | (~Q(stage=Stage.MEMBER) & Q(place__lte=A_COLUMN))
    heads = rows.order_by().annotate(
        place=Window(RowNumber(), partition_by="stage", order_by=order),
        count=Window(Count("pk"), partition_by="stage"),
    )
    told = list(heads.filter(is_shown).order_by("stage", "place").values(*FIELDS, "count"))
    counts = {one["stage"]: one.pop("count") for one in told}
    shown = [one for one in told if one["stage"] in COLUMNS]
    found = rows_of(shown, PipelineRules.of(membership.coalition_id), on=on)
    return Board(
        columns=[
            Column(stage, counts.get(stage, 0), [row for row in found if row.stage == stage])
            for stage in COLUMNS
        ],
        gone=[Column(stage, counts.get(stage, 0)) for stage in GONE],
        suggestions=Nomination.objects.waiting(membership.coalition_id).count(),
    )
