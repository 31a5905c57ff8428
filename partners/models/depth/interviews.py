"""Talks in which we ask about a partner, and the days on which somebody said that all is still right."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Person
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.contacts import Contact
from partners.models.depth.topics import Topic
from partners.models.parts import PartOfOrganisation


class VisitQuerySet(models.QuerySet["InterviewVisit"]):
    def of(self, organisation: int) -> "VisitQuerySet":
        """The latest first, with who asked whom."""
        rows = self.filter(organisation=organisation)
        return rows.select_related("by", "contact").order_by("-on", "-pk")


@holds(people=["by"], plain=["organisation", "contact", "on", "topic", "is_finished"])
@tracked()
class InterviewVisit(PartOfOrganisation):
    """One sitting of the discovery interview; the next one begins where the last one stopped."""

    by = models.ForeignKey(
        Person, verbose_name=_("who asked"), on_delete=models.PROTECT, related_name="+"
    )
    contact = models.ForeignKey(
        Contact,
        verbose_name=_("who answered"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    on = models.DateField(_("day"))
    topic = models.CharField(
        _("where we stopped"), max_length=16, choices=Topic, default=Topic.MISSION
    )
    is_finished = models.BooleanField(_("walked through to the end"), default=False)

    objects = VisitQuerySet.as_manager()

    # Two talks on one day are two talks, also when both stopped at the same question.
    IS_SAME_WHEN_EQUAL = False

    class Meta(PartOfOrganisation.Meta):
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="interview_stopped_at_a_known_topic", condition=Q(topic__in=Topic.values)
            ),
        ]

    def __str__(self) -> str:
        return str(self.on)


class VerificationQuerySet(models.QuerySet["Verification"]):
    def of(self, organisation: int) -> "VerificationQuerySet":
        rows = self.filter(organisation=organisation)
        return rows.select_related("by", "contact").order_by("-on", "-pk")


@holds(people=["by"], plain=["organisation", "contact", "on"])
@tracked()
class Verification(PartOfOrganisation):
    """Somebody said on a day that what is written of the organisation is still right."""

    by = models.ForeignKey(
        Person, verbose_name=_("said so"), on_delete=models.PROTECT, related_name="+"
    )
    contact = models.ForeignKey(
        Contact,
        verbose_name=_("confirmed by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    on = models.DateField(_("day"))

    objects = VerificationQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        ordering = ["-on", "-pk"]
        indexes = [models.Index(fields=["coalition", "organisation", "-on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "by", "on"], name="verification_is_said_once_a_day"
            ),
        ]

    def __str__(self) -> str:
        return str(self.on)

    def due_on(self, *, every: int) -> date:
        return self.on + timedelta(days=every)
