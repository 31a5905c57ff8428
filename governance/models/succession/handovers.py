"""Handing a role over: the coalition's own checklist, and a copy of it for each term that ends or begins."""

from django.db import models
from django.db.models import Count, Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership, Person
from accounts.permissions import Permission
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.assignments import RoleAssignment
from governance.models.succession.addresses import has_address


class Moment(models.TextChoices):
    """Somebody hands over when their term ends, and settles in when it begins."""

    LEAVING = "leaving", _("When somebody leaves a role")
    ARRIVING = "arriving", _("When somebody begins in a role")


class HandoverLineQuerySet(models.QuerySet["HandoverLine"]):
    def of_coalition(self, coalition: int) -> "HandoverLineQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "HandoverLineQuerySet":
        return self.filter(retired_on__isnull=True)

    def at(self, moment: str) -> "HandoverLineQuerySet":
        return self.filter(moment=moment)


@holds(free=["words"], plain=["moment", "position", "retired_on"])
@tracked()
class HandoverLine(CoalitionOwned):
    """A line of the coalition's own checklist. What was started keeps its copy."""

    moment = models.CharField(_("when"), max_length=8, choices=Moment)
    words = models.CharField(_("what has to be done"), max_length=200)
    position = models.PositiveIntegerField(
        default=0, help_text=_("The order in which lists show it.")
    )
    retired_on = models.DateField(_("left out since"), null=True, blank=True)

    objects = HandoverLineQuerySet.as_manager()

    TOLD_AS = "words"

    class Meta:
        ordering = ["moment", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="handover_line_moment_is_known",
                condition=Q(moment__in=["leaving", "arriving"]),
            ),
            models.CheckConstraint(name="handover_line_says_something", condition=~Q(words="")),
            models.UniqueConstraint(
                "coalition",
                "moment",
                models.Func("words", function="plain_text"),
                name="handover_line_is_told_once",
                violation_error_message=_("This is on the list already."),
            ),
        ]

    def __str__(self) -> str:
        return self.words


class HandoverQuerySet(models.QuerySet["Handover"]):
    def of_coalition(self, coalition: int | Blank) -> "HandoverQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "HandoverQuerySet":
        """All of them for steering and coordinators; others see that of their own role."""
        rows = self.filter(coalition=membership.coalition_id)
        if membership.may(Permission.SEE_SUCCESSION):
            return rows
        return rows.held_at(membership.person.email)

    def workable_by(self, membership: Membership) -> "HandoverQuerySet":
        """Whose items the member may tick: coordinators, and who hands over or settles in."""
        rows = self.filter(coalition=membership.coalition_id)
        if membership.may(Permission.EDIT_GOVERNANCE):
            return rows
        return rows.held_at(membership.person.email)

    def held_at(self, address: str | models.Subquery) -> "HandoverQuerySet":
        people = ("assignment__contact", "assignment__delegate")
        return self.filter(has_address(people[0], address) | has_address(people[1], address))

    def under_way(self) -> "HandoverQuerySet":
        """With an item that nobody has ticked, and not stopped."""
        waiting = HandoverStep.objects.filter(handover=OuterRef("pk"), done_on__isnull=True)
        return self.filter(Exists(waiting.order_by()), stopped_on__isnull=True)

    def counted(self) -> "HandoverQuerySet":
        """With `items` and `done`."""
        return self.annotate(
            items=Count("steps"), done=Count("steps", filter=Q(steps__done_on__isnull=False))
        )

    def told(self) -> "HandoverQuerySet":
        rows = self.select_related(
            "assignment__seat__body",
            "assignment__function",
            "assignment__contact",
            "assignment__delegate",
            "assignment__organisation",
        )
        return rows.order_by(F("stopped_on").asc(nulls_first=True), "due_on", "pk")


@holds(
    people=["started_by"],
    free=["stopped_because"],
    plain=["assignment", "moment", "due_on", "started_on", "stopped_on"],
)
@tracked()
class Handover(CoalitionOwned):
    """The checklist of one role assignment that ends or begins."""

    assignment = models.ForeignKey(
        RoleAssignment, on_delete=models.PROTECT, related_name="handovers", db_constraint=False
    )
    moment = models.CharField(_("when"), max_length=8, choices=Moment)
    due_on = models.DateField(_("all done by"))
    started_on = models.DateField(_("started on"))
    started_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    stopped_on = models.DateField(_("stopped on"), null=True, blank=True)
    stopped_because = models.CharField(_("why it was stopped"), max_length=300, blank=True)

    objects = HandoverQuerySet.as_manager()

    TOLD_AS = ("assignment__seat__title", "assignment__function__name")

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["coalition", "due_on"], name="handover_by_day")]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="handover_of_coalition"),
            models.UniqueConstraint(
                fields=["coalition", "assignment", "moment"],
                name="handover_is_started_once",
            ),
            models.CheckConstraint(
                name="handover_moment_is_known", condition=Q(moment__in=["leaving", "arriving"])
            ),
            models.CheckConstraint(
                name="handover_is_stopped_for_a_reason",
                condition=Q(stopped_on__isnull=True, stopped_because="")
                | (
                    Q(stopped_on__isnull=False, stopped_on__gte=F("started_on"))
                    & ~Q(stopped_because="")
                ),
            ),
        ]

    def __str__(self) -> str:
        return str(self.assignment)

    def get_absolute_url(self) -> str:
        return reverse("governance:handover", args=[self.coalition.slug, self.pk])

    @property
    def is_stopped(self) -> bool:
        return self.stopped_on is not None

    def is_workable_by(self, membership: Membership) -> bool:
        """As `workable_by`, of one whose people are fetched."""
        people = (self.assignment.contact, self.assignment.delegate)
        addresses = {person.email.lower() for person in people if person} - {""}
        return not self.is_stopped and (
            membership.may(Permission.EDIT_GOVERNANCE)
            or membership.person.email.lower() in addresses
        )

    @property
    def is_leaving(self) -> bool:
        return self.moment == Moment.LEAVING


class HandoverStepQuerySet(models.QuerySet["HandoverStep"]):
    def told(self) -> "HandoverStepQuerySet":
        """With who has ticked it."""
        return self.select_related("done_by")


@holds(people=["done_by"], free=["words"], plain=["handover", "position", "done_on"])
@tracked()
class HandoverStep(CoalitionOwned):
    """One item of a handover; ticked by somebody on a day."""

    handover = models.ForeignKey(
        Handover, on_delete=models.CASCADE, related_name="steps", db_constraint=False
    )
    words = models.CharField(_("what has to be done"), max_length=200)
    position = models.PositiveIntegerField(default=0)
    done_on = models.DateField(_("done on"), null=True, blank=True)
    done_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = HandoverStepQuerySet.as_manager()

    TOLD_AS = "words"

    class Meta:
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["coalition", "handover"], name="handover_step_by_list")]
        constraints = [
            models.CheckConstraint(name="handover_step_says_something", condition=~Q(words="")),
            models.CheckConstraint(
                name="handover_step_is_done_by_somebody_on_a_day",
                condition=Q(done_on__isnull=True, done_by__isnull=True)
                | Q(done_on__isnull=False, done_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def is_done(self) -> bool:
        return self.done_on is not None
