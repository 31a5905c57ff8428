"""One newcomer's checklist as a page shows it: what is done, what is late, who walks along."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Membership
from accounts.permissions import Permission
from governance.models import Buddy, Onboarding, OnboardingItem, RoleAssignment
from governance.reports.joining.first_role import first_role_of


@dataclass(frozen=True)
class Line:
    """One item. `done_on` of a first role is the day on which the role begins that it is read from."""

    item: OnboardingItem
    done_on: date | None
    is_late: bool
    may_tick: bool
    role: RoleAssignment | None = None


@dataclass(frozen=True)
class Checklist:
    onboarding: Onboarding
    lines: list[Line]
    buddy: Buddy | None
    asked_before: list[Buddy]

    @property
    def done(self) -> int:
        return sum(line.done_on is not None for line in self.lines)

    @property
    def is_complete(self) -> bool:
        return self.done == len(self.lines)

    @property
    def late(self) -> int:
        return sum(line.is_late for line in self.lines)


def checklist_of(onboarding: Onboarding, *, membership: Membership, on: date) -> Checklist:
    """At most four queries, however long the list is."""
    items = list(OnboardingItem.objects.of(onboarding).with_people())
    role = first_role_of(onboarding, on=on)
    theirs = _tickable(onboarding, items, membership)
    buddies = list(Buddy.objects.of(onboarding).with_whom().newest_first())
    standing = [one for one in buddies if one.ended_on is None and not one.has_declined]
    return Checklist(
        onboarding=onboarding,
        lines=[_line(one, role, theirs, onboarding, on=on) for one in items],
        buddy=standing[0] if standing else None,
        asked_before=[one for one in buddies if one not in standing],
    )


def _line(
    item: OnboardingItem,
    role: RoleAssignment | None,
    theirs: set[int],
    onboarding: Onboarding,
    *,
    on: date,
) -> Line:
    read = role if item.is_read_from_roles else None
    done_on = read.starts_on if read else item.done_on
    is_late = (
        done_on is None and onboarding.is_open and item.due_on is not None and item.due_on < on
    )
    may_tick = onboarding.is_open and item.pk in theirs and not item.is_read_from_roles
    return Line(item, done_on, is_late, may_tick, read)


def _tickable(
    onboarding: Onboarding, items: list[OnboardingItem], membership: Membership
) -> set[int]:
    if membership.may(Permission.EDIT_GOVERNANCE):
        return {one.pk for one in items}
    rows = OnboardingItem.objects.tickable_by(membership).of(onboarding)
    return set(rows.values_list("pk", flat=True))
