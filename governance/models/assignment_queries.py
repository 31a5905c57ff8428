"""Questions about role assignments, each by its name: in force when, held by whom, to be read by whom."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Exists, OuterRef, Q

from accounts.models import Coalition, Membership
from accounts.permissions import Permission
from common.database.blanks import Blank, Day
from governance.models.bodies import Body
from governance.models.functions import Function
from partners.models import Organisation

if TYPE_CHECKING:
    from governance.models.assignments import RoleAssignment


class RoleAssignmentQuerySet(models.QuerySet["RoleAssignment"]):
    def of_coalition(self, coalition: int | Blank) -> "RoleAssignmentQuerySet":
        return self.filter(coalition=coalition)

    def in_force(self, *, on: Day) -> "RoleAssignmentQuerySet":
        """Begun, and not over: the last day counts."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on), starts_on__lte=on)

    def unended(self, *, on: Day) -> "RoleAssignmentQuerySet":
        """In force, or still to begin."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=on))

    def coming(self, *, on: Day) -> "RoleAssignmentQuerySet":
        return self.filter(starts_on__gt=on)

    def past(self, *, on: Day) -> "RoleAssignmentQuerySet":
        return self.filter(ends_on__lt=on)

    def ending_by(self, day: Day, *, on: Day) -> "RoleAssignmentQuerySet":
        """In force on `on`, and over after `day` or before."""
        return self.in_force(on=on).filter(ends_on__lte=day)

    def seated(self) -> "RoleAssignmentQuerySet":
        return self.filter(seat__isnull=False)

    def of_functions(self) -> "RoleAssignmentQuerySet":
        return self.filter(function__isnull=False)

    def holding(self, function: Function) -> "RoleAssignmentQuerySet":
        return self.filter(coalition=function.coalition_id, function=function)

    def with_holders(self) -> "RoleAssignmentQuerySet":
        return self.select_related("organisation", "contact", "delegate")

    def told(self) -> "RoleAssignmentQuerySet":
        """With everything that a page about one of them names."""
        return self.with_holders().select_related("coalition", "seat__body", "function")

    def visible_to(self, membership: Membership) -> "RoleAssignmentQuerySet":
        """Of bodies that the member may read of, and of functions."""
        rows = self.filter(coalition=membership.coalition_id)
        if membership.may(Permission.EDIT_GOVERNANCE):
            return rows
        bodies = Body.objects.visible_to(membership).order_by()
        return rows.filter(Q(seat__isnull=True) | Q(seat__body__in=bodies))

    def of_person(self, address: str) -> "RoleAssignmentQuerySet":
        """Whose person has this e-mail address."""
        return self.filter(contact__email__iexact=address)

    def delegated_to(self, address: str) -> "RoleAssignmentQuerySet":
        """Where whoever has this e-mail address comes in the holder's place."""
        return self.filter(delegate__email__iexact=address)

    def answerable_by(self, membership: Membership) -> "RoleAssignmentQuerySet":
        """What a member may accept or confirm: as the person, or for an organisation of theirs."""
        mine = self.of_coalition(membership.coalition_id).of_person(membership.person.email)
        if not membership.may(Permission.SIGN_FOR_ORGANISATION):
            return mine
        ours = Organisation.objects.visible_to(membership).order_by().ids()
        for_them = self.visible_to(membership).filter(organisation__in=ours)
        return self.filter(Q(pk__in=mine.order_by().ids()) | Q(pk__in=for_them.order_by().ids()))

    def open_to(self, membership: Membership) -> "RoleAssignmentQuerySet":
        """What a member may read: also what they are to answer before they sit in the body."""
        visible = self.visible_to(membership).order_by().ids()
        theirs = self.answerable_by(membership).order_by().ids()
        return self.filter(Q(pk__in=visible) | Q(pk__in=theirs))

    def ids(self) -> models.QuerySet:
        return self.values_list("pk", flat=True)

    def coalitions(self) -> models.QuerySet[Coalition]:
        """Those in which anybody ever held anything."""
        return Coalition.objects.filter(pk__in=self.order_by().values("coalition").distinct())

    def of_seats(self, seats: Iterable[int]) -> "RoleAssignmentQuerySet":
        return self.filter(seat__in=list(seats))

    def in_bodies(self, bodies: Iterable[int | str]) -> "RoleAssignmentQuerySet":
        return self.filter(seat__body__in=list(bodies))

    def at_organisation(self, organisation: int) -> "RoleAssignmentQuerySet":
        return self.filter(organisation=organisation)

    def overlapping(
        self, seat: int, *, starts_on: date, ends_on: date | None
    ) -> "RoleAssignmentQuerySet":
        """Terms in the seat with a day in common with these."""
        rows = self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=starts_on), seat=seat)
        return rows.filter(starts_on__lte=ends_on) if ends_on else rows

    def locked(self, pk: int) -> "RoleAssignment":
        return self.told().select_for_update(of=("self",)).get(pk=pk)

    def reachable(self) -> "RoleAssignmentQuerySet":
        """Whose person can be written to."""
        return self.filter(
            contact__isnull=False,
            contact__left_on__isnull=True,
            contact__erasure_asked_on__isnull=True,
            contact__wants_no_letters=False,
        ).exclude(contact__email="")

    def without_successor(self) -> "RoleAssignmentQuerySet":
        """Of seats in which nobody has a term that begins after this one."""
        later = self.model.objects.filter(
            seat=OuterRef("seat"), starts_on__gt=OuterRef("starts_on")
        )
        return self.seated().filter(~Exists(later))

    def for_handing_over(self) -> "RoleAssignmentQuerySet":
        """With all by which a term is told: the role, its body, and who holds it."""
        return self.select_related("organisation", "contact", "seat__body", "function")
