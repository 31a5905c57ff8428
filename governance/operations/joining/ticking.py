"""Ticking items of a checklist inside a change that has its own name."""

from datetime import date, datetime

from accounts.models import Person
from governance.models import Onboarding, OnboardingItem


def ticked(
    item: OnboardingItem, *, done_on: date, by: Person | None, at: datetime
) -> OnboardingItem:
    """As part of a change that has its own name."""
    item.done_on, item.ticked_by, item.ticked_at = done_on, by, at
    item.save(update_fields=["done_on", "ticked_by", "ticked_at"])
    return item


def tick_kind(
    onboarding: Onboarding, kind: str, *, done_on: date, by: Person | None, at: datetime
) -> None:
    """Items of a kind that something else has settled, inside that change: a buddy said yes."""
    for item in OnboardingItem.objects.of(onboarding).filter(kind=kind, done_on__isnull=True):
        ticked(item, done_on=done_on, by=by, at=at)
