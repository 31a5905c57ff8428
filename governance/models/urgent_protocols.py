"""The urgent protocol: who calls whom, in which order, when something cannot wait."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.communication import CHANNELS, Channel
from partners.models import Contact


class UrgentProtocolQuerySet(models.QuerySet["UrgentProtocol"]):
    def of_coalition(self, coalition: int) -> "UrgentProtocolQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "UrgentProtocolQuerySet":
        return self.filter(retired_on__isnull=True)

    def retired(self) -> "UrgentProtocolQuerySet":
        return self.filter(retired_on__isnull=False)


@holds(
    free=["when_to_use", "frame"],
    plain=["title", "channel", "fallback", "retired_on"],
)
@tracked()
class UrgentProtocol(CoalitionOwned):
    """What is done when something cannot wait: a heat wave, a closed clinic, a rumor."""

    title = models.CharField(
        _("for what"), max_length=160, help_text=_("For example: “Heat wave”, “A clinic closes”.")
    )
    when_to_use = models.TextField(
        _("when it begins"),
        max_length=1000,
        help_text=_("What must have happened, and who may say so."),
    )
    channel = models.CharField(_("through which channel"), max_length=10, choices=Channel)
    fallback = models.CharField(_("and if that fails"), max_length=10, choices=Channel, blank=True)
    frame = models.TextField(
        _("frame of the message"),
        max_length=2000,
        help_text=_(
            "What happened. What we know and do not know. What to do now. When we call again."
        ),
    )
    retired_on = models.DateField(_("retired on"), null=True, blank=True)

    objects = UrgentProtocolQuerySet.as_manager()

    TOLD_AS = "title"

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="protocol_of_coalition"),
            models.UniqueConstraint(
                "coalition",
                models.Func("title", function="plain_text"),
                condition=Q(retired_on__isnull=True),
                name="protocol_stands_once",
                violation_error_message=_("There is a protocol for this already."),
            ),
            models.CheckConstraint(
                name="protocol_channels_are_known",
                condition=Q(channel__in=CHANNELS, fallback__in=["", *CHANNELS]),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("governance:protocol", args=[self.coalition.slug, self.pk])

    @property
    def is_retired(self) -> bool:
        return self.retired_on is not None


class CallRowQuerySet(models.QuerySet["CallRow"]):
    def of_coalition(self, coalition: int) -> "CallRowQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "CallRowQuerySet":
        return self.filter(removed_on__isnull=True)

    def but(self, row: "CallRow") -> "CallRowQuerySet":
        return self.exclude(pk=row.pk)

    def for_protocol(self, protocol: UrgentProtocol) -> "CallRowQuerySet":
        return self.filter(protocol=protocol)

    def with_people(self) -> "CallRowQuerySet":
        return self.select_related("contact__organisation", "member__person")

    def told(self) -> "CallRowQuerySet":
        """With who is called, and by which protocol."""
        return self.with_people().select_related("protocol")

    def in_order(self) -> "CallRowQuerySet":
        return self.order_by("position", "pk")


@holds(
    free=["note"],
    plain=["protocol", "contact", "member", "called_by", "position", "removed_on"],
)
@tracked()
class CallRow(CoalitionOwned):
    """One person in a call tree, called by another one; the first ones are called by whoever starts."""

    protocol = models.ForeignKey(
        UrgentProtocol, on_delete=models.CASCADE, related_name="calls", db_constraint=False
    )
    contact = models.ForeignKey(
        Contact,
        verbose_name=_("person of a partner"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="urgent_calls",
        db_constraint=False,
    )
    member = models.ForeignKey(
        Membership,
        verbose_name=_("member"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="urgent_calls",
        db_constraint=False,
    )
    called_by = models.ForeignKey(
        "self",
        verbose_name=_("is called by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="calls",
        db_constraint=False,
    )
    position = models.PositiveIntegerField(default=0)
    note = models.CharField(
        _("good to know"),
        max_length=200,
        blank=True,
        help_text=_("For example: “Calls at night are fine”, “speaks Spanish”."),
    )
    removed_on = models.DateField(null=True, blank=True)

    objects = CallRowQuerySet.as_manager()

    TOLD_AS = ("contact__name", "member__person__full_name")

    class Meta:
        ordering = ["position", "pk"]
        indexes = [
            models.Index(fields=["coalition", "protocol", "position"], name="call_by_protocol"),
            models.Index(fields=["coalition", "contact"], name="call_by_contact"),
            models.Index(fields=["coalition", "member"], name="call_by_member"),
            models.Index(fields=["coalition", "called_by"], name="call_by_caller"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="call_row_of_coalition"),
            models.UniqueConstraint(
                fields=["coalition", "protocol", "contact"],
                condition=Q(removed_on__isnull=True, contact__isnull=False),
                name="contact_is_called_once",
            ),
            models.UniqueConstraint(
                fields=["coalition", "protocol", "member"],
                condition=Q(removed_on__isnull=True, member__isnull=False),
                name="member_is_called_once",
            ),
            models.CheckConstraint(
                name="call_row_is_a_contact_or_a_member",
                condition=Q(contact__isnull=False, member__isnull=True)
                | Q(contact__isnull=True, member__isnull=False),
            ),
            models.CheckConstraint(
                name="nobody_calls_themselves",
                condition=Q(called_by__isnull=True) | ~Q(called_by=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        return str(self.contact.name if self.contact else self.member and self.member.person)

    @property
    def organisation_name(self) -> str:
        return self.contact.organisation.name if self.contact else ""
