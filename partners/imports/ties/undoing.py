"""What taking an import of ties back would leave as it is: what somebody has changed or used since."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db import models

from common.history.event_tables import events_of
from common.history.rewind import changed_since
from partners.models import ImportRun, Organisation, Relation, Tie

Model = type[models.Model]


@dataclass(frozen=True)
class TieOutlook:
    """`prospects`: organisations that the run has added and that somebody has worked on or used since."""

    run: ImportRun
    prospects: frozenset[int]

    @cached_property
    def written(self) -> frozenset[int]:
        rows = events_of(Tie).filter(pgh_context_id=self.run.change_id)
        return frozenset(rows.values_list("pgh_obj_id", flat=True))

    @cached_property
    def kept_ties(self) -> frozenset[int]:
        if not isinstance(self.run.change_id, UUID):
            return frozenset()
        return frozenset(row.pk for row in changed_since(self.run.change_id, models=[Tie]))

    @cached_property
    def kept_organisations(self) -> frozenset[int]:
        ends = Tie.objects.filter(pk__in=self.kept_ties).values_list("first_id", "second_id")
        return self.prospects | {pk for pair in ends for pk in pair}

    @cached_property
    def leaving(self) -> dict[Model, Collection[int]]:
        gone = self.written - self.kept_ties
        used = Relation.objects.filter(ties__in=Tie.objects.exclude(pk__in=gone))
        here = used.filter(coalition=self.run.coalition_id).values_list("pk", flat=True)
        return {
            Tie: list(self.kept_ties),
            Relation: list(here.distinct()),
            Organisation: list(self.kept_organisations),
        }

    def kept(self) -> list[str]:
        """Those that stay, each in a line."""
        ties = Tie.objects.filter(pk__in=self.kept_ties).told()
        return [f"{tie.first.name} – {tie.second.name}, {tie.relation}" for tie in ties]

    def goes_back(self) -> int:
        """How many ties would be put back or taken away."""
        return len(self.written - self.kept_ties)
