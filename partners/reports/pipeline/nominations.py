"""What was suggested, what waits, and what became of it."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from accounts.permissions import Permission
from partners.models import Nomination, Organisation, Representation, Stage
from partners.reports.pipeline.stages import staged

MOST = 200
# What the one who suggested them reads of their way; more is not told.
SAID = {
    Stage.PROSPECT: _("on our list of prospects"),
    Stage.IN_CONVERSATION: _("we are talking with them"),
    Stage.INVITED: _("invited"),
    Stage.MEMBER: _("a member now"),
    Stage.PAUSED: _("a member, pausing"),
    Stage.ALUMNI: _("were a member"),
    Stage.DECLINED: _("do not take part for now"),
}


@dataclass(frozen=True)
class Suggestion:
    """`became` is where the organisation stands today; `home` the partner whom the person speaks for."""

    row: Nomination
    became: str
    home: str


@dataclass(frozen=True)
class Suggestions:
    waiting: list[Suggestion]
    settled: list[Suggestion]
    has_more: bool


def suggestions(membership: Membership, *, own: bool) -> Suggestions:
    """What the member suggested, or all that they may see. Three queries."""
    rows = Nomination.objects.visible_to(membership)
    if own:
        rows = rows.by(membership.person_id)
    found = list(rows.with_people().newest_first()[: MOST + 1])
    told = _told(found[:MOST], membership, may_see=membership.may(Permission.SEE_PIPELINE))
    waiting = [one for one in told if one.row.is_waiting]
    return Suggestions(
        waiting=sorted(waiting, key=lambda one: (one.row.suggested_at, one.row.pk)),
        settled=[one for one in told if not one.row.is_waiting],
        has_more=len(found) > MOST,
    )


def suggestion_of(row: Nomination, membership: Membership) -> Suggestion:
    return _told([row], membership, may_see=membership.may(Permission.SEE_PIPELINE))[0]


def _told(rows: list[Nomination], membership: Membership, *, may_see: bool) -> list[Suggestion]:
    ids = {row.organisation_id for row in rows if row.organisation_id}
    stages = dict(staged(Organisation.objects.filter(pk__in=ids)).values_list("pk", "stage"))
    homes = _homes({row.suggested_by_id for row in rows}, membership) if may_see else {}
    return [
        Suggestion(
            row=row,
            became=_became(stages.get(row.organisation_id, ""), may_see=may_see),
            home=homes.get(row.suggested_by_id, ""),
        )
        for row in rows
    ]


def _became(stage: str, *, may_see: bool) -> str:
    if not stage:
        return ""
    return str(Stage(stage).label) if may_see else str(SAID[Stage(stage)])


def _homes(people: set[int], membership: Membership) -> dict[int, str]:
    """For whom each of them speaks."""
    rows = Representation.objects.filter(
        coalition=membership.coalition_id, membership__person__in=people
    )
    return dict(rows.order_by("-pk").values_list("membership__person", "organisation__name"))
