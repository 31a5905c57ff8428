"""Which spreadsheets of talks were brought in: from history, which knows them by their change."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, Min, OuterRef

from accounts.models import Coalition
from common.event_tables import events_of
from partners.models import Touchpoint

SHOWN = 10


@dataclass(frozen=True)
class BroughtIn:
    change: UUID
    file_name: str
    at: datetime
    count: int


def brought_in(coalition: Coalition) -> list[BroughtIn]:
    """The latest first, without those of which nothing stands any more: one query."""
    stands = Touchpoint.objects.filter(pk=OuterRef("pgh_obj_id"))
    rows = (
        events_of(Touchpoint)
        .filter(Exists(stands), coalition=coalition.pk, pgh_context__verb="touchpoints.imported")
        .order_by()
        .values_list("pgh_context_id", "pgh_context__reason")
        .annotate(at=Min("pgh_created_at"), count=Count("pgh_obj_id", distinct=True))
        .order_by("-at")[:SHOWN]
    )
    return [BroughtIn(*row) for row in rows]
