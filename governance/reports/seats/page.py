"""The page of one seat, and the page of one term or function that somebody holds."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from accounts.models import Membership
from accounts.permissions import Permission
from governance.models import AskedChange, RoleAssignment, RoleLetter, Seat
from governance.reports.changes import ChangeLine, Model, changes_in
from governance.reports.seats.standing import Standing, standing_of
from governance.reports.seats.timeline import Timeline, timeline
from governance.reports.seats.words import why_no_letter


@dataclass(frozen=True)
class SeatPage:
    seat: Seat
    standing: Standing
    picture: Timeline
    changes: list[ChangeLine]
    open_changes: int
    on: date


@dataclass(frozen=True)
class RolePage:
    """`may_answer`: whoever looks is the holder, or speaks for the organisation.

    `no_letter` says why none can leave.
    """

    role: RoleAssignment
    letters: list[RoleLetter]
    open: list[AskedChange]
    settled: list[AskedChange]
    may_answer: bool
    no_letter: str
    on: date

    @property
    def is_over(self) -> bool:
        return self.role.ends_on is not None and self.role.ends_on < self.on

    @property
    def is_coming(self) -> bool:
        return self.role.starts_on > self.on


def seat_page(seat: Seat, *, membership: Membership, on: date) -> SeatPage:
    """At most four queries; what was changed is told to those who see history."""
    standing = standing_of(seat, on=on)
    is_told = membership.may(Permission.SEE_HISTORY)
    within: dict[Model, Q] = {Seat: Q(pgh_obj=seat.pk), RoleAssignment: Q(seat=seat.pk)}
    is_keeper = membership.may(Permission.EDIT_GOVERNANCE)
    changes = AskedChange.objects.of_coalition(seat.coalition_id).open()
    return SeatPage(
        seat=seat,
        standing=standing,
        picture=timeline([standing], on=on),
        changes=changes_in(seat.coalition_id, within=within) if is_told else [],
        open_changes=changes.filter(role__seat=seat).count() if is_keeper else 0,
        on=on,
    )


def role_page(role: RoleAssignment, *, membership: Membership, on: date) -> RolePage:
    """Three queries. What was asked by letter and what shall change concerns the holder and coordinators."""
    may_answer = RoleAssignment.objects.answerable_by(membership).filter(pk=role.pk).exists()
    concerns = may_answer or membership.may(Permission.EDIT_GOVERNANCE)
    changes = list(AskedChange.objects.of(role)) if concerns else []
    letters = role.letters.select_related("contact", "asked_by") if concerns else []
    return RolePage(
        role=role,
        letters=list(letters),
        open=[one for one in changes if one.settled_on is None],
        settled=[one for one in changes if one.settled_on],
        may_answer=may_answer,
        no_letter=why_no_letter(role),
        on=on,
    )
