"""The coalition's checklist as its page lists it, for each kind of newcomer."""

from dataclasses import dataclass

from django.db.models import Count

from accounts.models import Coalition
from governance.models import Audience, JoiningStep


@dataclass(frozen=True)
class StepList:
    """The items for one kind of newcomer; `use` of each is on how many checklists it stands."""

    audience: Audience
    listed: list[JoiningStep]
    retired: list[JoiningStep]


def listed_steps(coalition: Coalition) -> list[StepList]:
    """One query."""
    rows = list(JoiningStep.objects.of_coalition(coalition).annotate(use=Count("items")))
    return [
        StepList(
            audience,
            [one for one in rows if one.audience == audience and not one.is_retired],
            [one for one in rows if one.audience == audience and one.is_retired],
        )
        for audience in Audience
    ]
