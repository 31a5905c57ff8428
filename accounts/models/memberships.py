"""Who belongs to a coalition, in which role, from one day to another."""

from collections.abc import Iterable
from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Cast, Now
from django.utils.translation import gettext_lazy as _

from accounts.models.coalitions import Coalition, CoalitionOwned
from accounts.models.people import Person, PersonQuerySet
from accounts.permissions import Permission, Role
from common.history.tracking import tracked
from common.personal.fields import holds


def today_there() -> Cast:
    """The date in the row's coalition by the clock of the database.

    Whether somebody may come in is asked in many places, and must not depend on who asks or on which
    machine: so here, and here only, the clock is not an argument.
    """
    moment = Func(
        F("coalition__time_zone"), Now(), function="timezone", output_field=models.DateTimeField()
    )
    return Cast(moment, models.DateField())


class MembershipQuerySet(models.QuerySet["Membership"]):
    def active(self) -> "MembershipQuerySet":
        """Those that let somebody in today: begun, and not over. The day of the end is without access."""
        return self.unended().filter(started_on__lte=today_there())

    def unended(self) -> "MembershipQuerySet":
        """Not over: active, or to begin on a day to come."""
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=today_there()))

    def holding(self, permission: Permission) -> "MembershipQuerySet":
        """Those whose role holds it."""
        return self.filter(role__in=[role for role in Role if permission in role.permissions])

    def without_end(self) -> "MembershipQuerySet":
        return self.filter(ended_on__isnull=True)

    def of(self, person: Person | int) -> "MembershipQuerySet":
        return self.filter(person=person)

    def but(self, person: Person | int) -> "MembershipQuerySet":
        return self.exclude(person=person)

    def among(self, ids: Iterable[int]) -> "MembershipQuerySet":
        return self.filter(pk__in=list(ids))

    def past(self) -> "MembershipQuerySet":
        """Who has left, the latest first."""
        rows = self.filter(ended_on__lte=today_there())
        return rows.order_by("-ended_on", "person__full_name", "pk")

    def administrators(self) -> "MembershipQuerySet":
        return self.filter(role=Role.ADMINISTRATOR)

    def with_address(self, address: str) -> "MembershipQuerySet":
        return self.filter(person__email=address.strip().lower())

    def in_coalition(self, slug: str) -> "MembershipQuerySet":
        return self.filter(coalition__slug=slug)

    def with_people(self) -> "MembershipQuerySet":
        return self.select_related("person")

    def people(self) -> PersonQuerySet:
        """Who they are, by name."""
        return Person.objects.filter(pk__in=self.order_by().values("person"))

    def people_and(self, other: int | None) -> PersonQuerySet:
        """Who they are, and whoever stands in the place already, a member still or not."""
        people = self.order_by().values("person")
        # A union and no "or", for which PostgreSQL would look at every person there is.
        known = people.union(Person.objects.among([other or 0]).order_by().values("pk"), all=True)
        return Person.objects.filter(pk__in=known)

    def for_switching(self, person: Person | int) -> "MembershipQuerySet":
        """The coalitions that a person can open, in the order of their names."""
        return self.of(person).active().select_related("coalition").order_by("coalition__name")

    def opening_with(self, slug: str, *, person: Person | int) -> "MembershipQuerySet":
        """The same, with the one of that address before all others: `is_here` says whether it is there."""
        here = models.ExpressionWrapper(Q(coalition__slug=slug), models.BooleanField())
        rows = self.for_switching(person).annotate(is_here=here)
        return rows.order_by("-is_here", "coalition__name")

    def coming(self, person: Person) -> "MembershipQuerySet":
        """The coalitions that will open to a person on a day to come, the next first."""
        rows = self.of(person).unended().filter(started_on__gt=today_there())
        return rows.select_related("coalition").order_by("started_on", "coalition__name")

    def looking_after_partners(self) -> "MembershipQuerySet":
        """Members who can be somebody's relationship owner."""
        rows = self.active().holding(Permission.EDIT_PARTNERS)
        return rows.with_people().order_by("person__full_name")

    def keeping_governance(self) -> "MembershipQuerySet":
        """Who can be asked about bodies and seats: coordinators before administrators, the oldest first."""
        rows = self.active().holding(Permission.EDIT_GOVERNANCE)
        return rows.with_people().order_by("-role", "started_on", "pk")


@holds(
    people=["person"],
    plain=["role", "started_on", "ended_on"],
    about={"accounts.Person": "person"},
)
@tracked()
class Membership(CoalitionOwned):
    """A person in a coalition, with one role, from one day to another."""

    coalition = models.ForeignKey(
        Coalition, on_delete=models.CASCADE, related_name="members", db_index=False
    )
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("role"), max_length=16, choices=Role)
    started_on = models.DateField(_("since"))
    ended_on = models.DateField(
        _("until"),
        null=True,
        blank=True,
        help_text=_("The first day without access. It may lie ahead."),
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["person__full_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="membership_of_coalition"),
            ExclusionConstraint(
                name="membership_is_held_once_at_a_time",
                expressions=[
                    ("coalition", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    (
                        Func(
                            "started_on",
                            "ended_on",
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
            models.CheckConstraint(
                name="membership_role_is_known", condition=Q(role__in=list(Role))
            ),
            models.CheckConstraint(
                name="membership_ends_after_it_started",
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=models.F("started_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}"

    def may(self, permission: Permission) -> bool:
        return permission in Role(self.role).permissions

    def is_over(self, *, on: date) -> bool:
        return self.ended_on is not None and self.ended_on <= on

    def is_active(self, *, on: date) -> bool:
        return self.started_on <= on and not self.is_over(on=on)

    @property
    def needs_second_factor(self) -> bool:
        return self.role in self.coalition.second_factor_for

    def can_be_reinstated(self, *, on: date) -> bool:
        """An ending is undone up to its own day; what is older has been true for a while."""
        return self.ended_on is not None and self.ended_on >= on

    @property
    def role_sentence(self) -> str:
        return Role(self.role).sentence
