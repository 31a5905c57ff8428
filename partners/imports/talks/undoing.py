"""What taking an import of talks back would leave as it is: the talks that somebody has changed since."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db import models

from common.history.event_tables import events_of
from common.history.rewind import changed_since
from partners.models import ImportRun, Touchpoint, TouchpointContact, TouchpointMember

Model = type[models.Model]


@dataclass(frozen=True)
class TalkOutlook:
    run: ImportRun

    @cached_property
    def written(self) -> frozenset[int]:
        rows = events_of(Touchpoint).filter(pgh_context_id=self.run.change_id)
        return frozenset(rows.values_list("pgh_obj_id", flat=True))

    @cached_property
    def kept_talks(self) -> frozenset[int]:
        """Those that are there still; one that somebody has taken away since stays away."""
        if not isinstance(self.run.change_id, UUID):
            return frozenset()
        return frozenset(row.pk for row in changed_since(self.run.change_id, models=[Touchpoint]))

    @cached_property
    def kept_organisations(self) -> frozenset[int]:
        rows = Touchpoint.objects.filter(pk__in=self.kept_talks)
        return frozenset(rows.values_list("organisation", flat=True))

    @cached_property
    def leaving(self) -> dict[Model, Collection[int]]:
        """A talk that stays keeps who took part in it."""
        theirs = TouchpointContact.objects.filter(touchpoint__in=self.kept_talks)
        ours = TouchpointMember.objects.filter(touchpoint__in=self.kept_talks)
        return {
            Touchpoint: list(self.kept_talks),
            TouchpointContact: list(theirs.values_list("pk", flat=True)),
            TouchpointMember: list(ours.values_list("pk", flat=True)),
        }

    def kept(self) -> list[str]:
        """Those that stay, each in a line."""
        rows = Touchpoint.objects.filter(pk__in=self.kept_talks).select_related("organisation")
        return [f"{talk.organisation.name}, {talk.on}: {talk.said[:80]}" for talk in rows]

    def goes_back(self) -> int:
        """How many talks would be taken away."""
        here = Touchpoint.objects.filter(pk__in=self.written - self.kept_talks)
        return here.count()
