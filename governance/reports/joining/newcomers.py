"""Everybody who is coming in: with a checklist, without one, and who has finished lately."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import CharField, Count, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from accounts.models import Membership
from accounts.permissions import Permission
from governance.models import Buddy, JoiningStep, Onboarding, OnboardingItem
from governance.models.joining.onboardings import OnboardingItemQuerySet, OnboardingQuerySet
from governance.reports.joining.due import new_members, new_partners
from governance.reports.matters import Asked
from partners.models import Organisation

SHOWN = 100
FINISHED = 20
LATELY = timedelta(days=365)


@dataclass(frozen=True)
class Newcomers:
    """`waiting_*` have joined in the last 90 days and have no checklist; only who keeps it sees them."""

    open: list[Onboarding]
    finished: list[Onboarding]
    waiting_partners: list[Organisation]
    waiting_members: list[Membership]
    has_list: bool

    @property
    def is_empty(self) -> bool:
        return not (self.open or self.finished or self.waiting_partners or self.waiting_members)


def newcomers(membership: Membership, *, on: date) -> Newcomers:
    """At most five queries, whatever the size."""
    rows = Onboarding.objects.visible_to(membership)
    asked = Asked(membership.coalition_id, membership.person_id, on)
    keeps = membership.may(Permission.EDIT_GOVERNANCE)
    finished = rows.ended().filter(ended_on__gt=on - LATELY).order_by("-ended_on", "-pk")
    return Newcomers(
        open=list(with_progress(rows.open(), on=on).newest_first()[:SHOWN]),
        finished=list(with_progress(finished, on=on)[:FINISHED]),
        waiting_partners=list(new_partners(asked)[:SHOWN]) if keeps else [],
        waiting_members=list(new_members(asked)[:SHOWN]) if keeps else [],
        has_list=JoiningStep.objects.of_coalition(membership.coalition_id).current().exists(),
    )


def with_progress(rows: OnboardingQuerySet, *, on: date) -> OnboardingQuerySet:
    """`total`, `left` and `late` items, what comes next, and the `buddy` with their `buddy_answer`."""
    items = OnboardingItem.objects.filter(onboarding=OuterRef("pk")).order_by()
    still = OnboardingItem.objects.filter(onboarding=OuterRef("pk")).kept_open()
    coming = still.order_by(F("due_on").asc(nulls_last=True), "position", "pk")
    buddies = Buddy.objects.filter(onboarding=OuterRef("pk")).standing().newest_first()
    name = Coalesce("contact__name", "membership__person__full_name", output_field=CharField())
    return rows.with_whom().annotate(
        total=_number(items),
        left=_number(still.order_by()),
        late=_number(still.late(on=on).order_by()),
        next_words=Subquery(coming.values("words")[:1]),
        next_on=Subquery(coming.values("due_on")[:1]),
        buddy=Subquery(buddies.annotate(told=name).values("told")[:1]),
        buddy_answer=Subquery(buddies.values("answer")[:1]),
    )


def _number(rows: OnboardingItemQuerySet) -> Coalesce:
    counted = rows.values("onboarding").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)
