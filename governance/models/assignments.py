"""Role assignments: who holds which seat or function, from one day to another."""

from datetime import date, timedelta

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.assignment_queries import RoleAssignmentQuerySet
from governance.models.functions import Function
from governance.models.seats import Seat
from partners.models import Contact, Organisation
from partners.models.parts import PartOfOrganisation


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
    def is_held_by_somebody_gone(self) -> bool:
        """The organisation is retired, or its person has left it."""
        return self.organisation.retired_on is not None or bool(
            self.contact and self.contact.left_on
        )

    def is_in_force(self, *, on: date) -> bool:
        return self.starts_on <= on and (self.ends_on is None or on <= self.ends_on)

    def ends_within(self, days: int, *, on: date) -> bool:
        return self.ends_on is not None and on <= self.ends_on <= on + timedelta(days=days)
