"""Role assignments: who holds which seat or function, from one day to another."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Exists, F, Func, OuterRef, Q, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition, Membership
from accounts.permissions import Permission
from common.blanks import Blank
from common.history import tracked
from common.personal import holds
from governance.models.bodies import Body
from governance.models.functions import Function
from governance.models.seats import Seat
from partners.models import Contact, Organisation
from partners.models.parts import PartOfOrganisation

Day = date | Blank


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
        later = RoleAssignment.objects.filter(
            seat=OuterRef("seat"), starts_on__gt=OuterRef("starts_on")
        )
        return self.seated().filter(~Exists(later))

    def for_handing_over(self) -> "RoleAssignmentQuerySet":
        """With all by which a term is told: the role, its body, and who holds it."""
        return self.select_related("organisation", "contact", "seat__body", "function")


@holds(
    free=["duties", "ended_because", "acknowledged_how"],
    plain=[
        "contact",
        "delegate",
        "organisation",
        "seat",
        "function",
        "starts_on",
        "ends_on",
        "acknowledged_on",
        "confirmed_on",
    ],
)
@tracked()
class RoleAssignment(PartOfOrganisation):
    """An organisation holds a seat or a function, through one of its people, for a term.

    Residents who speak for themselves stand in an organisation of their own (“Residents”), so that their
    addresses are kept, shown and erased like everybody's.
    """

    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        on_delete=models.CASCADE,
        related_name="role_assignments",
        db_constraint=False,
    )
    seat = models.ForeignKey(
        Seat,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assignments",
        db_constraint=False,
    )
    function = models.ForeignKey(
        Function,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="assignments",
        db_constraint=False,
    )
    contact = models.ForeignKey(
        Contact,
        verbose_name=_("person"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="role_assignments",
        db_constraint=False,
    )
    delegate = models.ForeignKey(
        Contact,
        verbose_name=_("who comes in their place"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="role_delegations",
        db_constraint=False,
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(
        _("until"), null=True, blank=True, help_text=_("The last day of the term.")
    )
    duties = models.TextField(
        _("what they take on"),
        max_length=2000,
        blank=True,
        help_text=_("Beyond what the seat asks of everybody."),
    )
    ended_because = models.CharField(_("why it ended early"), max_length=500, blank=True)
    acknowledged_on = models.DateField(_("accepted on"), null=True, blank=True)
    acknowledged_how = models.CharField(_("how we know"), max_length=200, blank=True)
    confirmed_on = models.DateField(
        _("last confirmed on"), null=True, blank=True, help_text=_("Once a year.")
    )

    objects = RoleAssignmentQuerySet.as_manager()

    # Somebody may hold the same seat twice, in terms apart: two rows are two terms.
    IS_SAME_WHEN_EQUAL = False
    TOLD_AS = ("seat__title", "function__name")

    class Meta(PartOfOrganisation.Meta):
        ordering = ["-starts_on", "-pk"]
        indexes = [
            *PartOfOrganisation.Meta.indexes,
            models.Index(fields=["coalition", "seat", "starts_on"], name="role_by_seat"),
            models.Index(fields=["coalition", "function"], name="role_by_function"),
            models.Index(fields=["coalition", "ends_on"], name="role_by_end"),
            models.Index(fields=["coalition", "contact"], name="role_by_person"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="role_of_coalition"),
            models.CheckConstraint(
                name="role_is_of_a_seat_or_of_a_function",
                condition=Q(seat__isnull=False, function__isnull=True)
                | Q(seat__isnull=True, function__isnull=False),
            ),
            models.CheckConstraint(
                name="role_ends_after_it_started",
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("The term ends before it begins."),
            ),
            ExclusionConstraint(
                name="seat_is_held_once_at_a_time",
                expressions=[
                    ("seat", RangeOperators.EQUAL),
                    (
                        Func(
                            "starts_on",
                            "ends_on",
                            Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(seat__isnull=False),
                violation_error_message=_("Somebody holds the seat in that time already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contact or self.organisation}, {self.seat or self.function}"

    def get_absolute_url(self) -> str:
        return reverse("governance:role", args=[self.coalition.slug, self.pk])

    @property
    def place(self) -> str:
        """What is held: “Co-lead”, “Communication”."""
        return str(self.seat or self.function)

    @property
    def holder(self) -> str:
        """“Rosa Diaz, Northside Clinic”, or the organisation alone while it names nobody."""
        return f"{self.contact}, {self.organisation}" if self.contact else str(self.organisation)

    @property
    def is_accepted(self) -> bool:
        return self.acknowledged_on is not None

    @property
    def last_word_on(self) -> date | None:
        """The last day on which the holder said yes to it."""
        said = [day for day in (self.acknowledged_on, self.confirmed_on) if day]
        return max(said, default=None)

    @property
    def is_held_by_somebody_gone(self) -> bool:
        """The organisation is retired, or its person has left it."""
        return self.organisation.retired_on is not None or bool(
            self.contact and self.contact.left_on
        )

    def is_in_force(self, *, on: date) -> bool:
        return self.starts_on <= on and (self.ends_on is None or on <= self.ends_on)

    def ends_within(self, days: int, *, on: date) -> bool:
        return self.ends_on is not None and on <= self.ends_on <= on + timedelta(days=days)
