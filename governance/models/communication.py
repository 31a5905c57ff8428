"""The communication plan: what is told to whom, how often, how and by whom; and what was sent."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership, Person
from accounts.permissions import Permission
from common.database.blanks import Blank, Day
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.bodies import Body


class Channel(models.TextChoices):
    """By which way people are told."""

    EMAIL = "email", _("E-mail")
    NEWSLETTER = "newsletter", _("Newsletter")
    PHONE = "phone", _("Phone call")
    TEXT = "text", _("Text message")
    CHAT = "chat", _("Group chat")
    MEETING = "meeting", _("In a meeting")
    LETTER = "letter", _("Letter")
    WEB = "web", _("Web page or social media")
    OTHER = "other", _("Another way")


CHANNELS = [
    "email",
    "newsletter",
    "phone",
    "text",
    "chat",
    "meeting",
    "letter",
    "web",
    "other",
]


class RegularMessageQuerySet(models.QuerySet["RegularMessage"]):
    def of_coalition(self, coalition: int | Blank) -> "RegularMessageQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "RegularMessageQuerySet":
        return self.filter(retired_on__isnull=True)

    def retired(self) -> "RegularMessageQuerySet":
        return self.filter(retired_on__isnull=False).order_by("-retired_on", "pk")

    def due_by(self, day: Day) -> "RegularMessageQuerySet":
        return self.current().filter(due_on__lte=day)

    def late(self, *, on: Day) -> "RegularMessageQuerySet":
        """Its day is over, and it was not sent."""
        return self.current().filter(due_on__lt=on)

    def owned_by(self, person: Person | int | Blank) -> "RegularMessageQuerySet":
        return self.filter(owner__person=person)

    def not_owned_by(self, person: Person | int | Blank) -> "RegularMessageQuerySet":
        return self.exclude(owner__person=person)

    def without_owner(self, *, on: Day) -> "RegularMessageQuerySet":
        """Whoever was to send it is a member no more."""
        return self.current().filter(owner__ended_on__lte=on)

    def with_owners(self) -> "RegularMessageQuerySet":
        return self.select_related("owner__person")

    def next_due_first(self) -> "RegularMessageQuerySet":
        return self.order_by(F("due_on").asc(nulls_last=True), "what", "pk")


@holds(
    free=["about", "channel_note"],
    plain=[
        "what",
        "audience",
        "cadence",
        "channel",
        "owner",
        "first_due_on",
        "due_on",
        "retired_on",
    ],
)
@tracked()
class RegularMessage(CoalitionOwned):
    """Something that is told to the same people again and again, or whenever there is need."""

    what = models.CharField(
        _("what is told"), max_length=160, help_text=_("For example: “What the committee decided”.")
    )
    audience = models.CharField(_("to whom"), max_length=200)
    about = models.TextField(_("what belongs into it"), max_length=1000, blank=True)
    cadence = models.CharField(_("how often"), max_length=12, choices=Body.Cadence)
    channel = models.CharField(_("through which channel"), max_length=10, choices=Channel)
    channel_note = models.CharField(
        _("where exactly"),
        max_length=200,
        blank=True,
        help_text=_("The name of the list, the group, the page."),
    )
    owner = models.ForeignKey(
        Membership,
        verbose_name=_("who sees to it"),
        on_delete=models.PROTECT,
        related_name="regular_messages",
        db_constraint=False,
    )
    first_due_on = models.DateField(
        _("counted from"),
        null=True,
        blank=True,
        help_text=_("The day from which the rhythm counts."),
    )
    due_on = models.DateField(_("next due"), null=True, blank=True)
    retired_on = models.DateField(_("retired on"), null=True, blank=True)

    objects = RegularMessageQuerySet.as_manager()

    TOLD_AS = "what"

    class Meta:
        ordering = ["what", "pk"]
        indexes = [
            models.Index(fields=["coalition", "due_on"], name="message_by_due"),
            models.Index(fields=["coalition", "owner"], name="message_by_owner"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="message_of_coalition"),
            models.CheckConstraint(
                name="message_says_what_to_whom", condition=~Q(what="") & ~Q(audience="")
            ),
            models.CheckConstraint(
                name="message_cadence_is_known",
                condition=Q(
                    cadence__in=[
                        "weekly",
                        "fortnightly",
                        "monthly",
                        "quarterly",
                        "half_yearly",
                        "yearly",
                        "as_needed",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="message_channel_is_known", condition=Q(channel__in=CHANNELS)
            ),
            models.CheckConstraint(
                name="message_has_a_next_day_unless_it_is_sent_as_needed",
                condition=Q(cadence="as_needed", first_due_on__isnull=True, due_on__isnull=True)
                | (
                    ~Q(cadence="as_needed")
                    & Q(first_due_on__isnull=False, due_on__gte=F("first_due_on"))
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.what

    def get_absolute_url(self) -> str:
        return reverse("governance:message", args=[self.coalition.slug, self.pk])

    @property
    def is_retired(self) -> bool:
        return self.retired_on is not None

    def may_be_sent_by(self, membership: Membership) -> bool:
        """By who sees to it, and by coordinators."""
        return self.owner_id == membership.pk or membership.may(Permission.EDIT_GOVERNANCE)


class SentMessageQuerySet(models.QuerySet["SentMessage"]):
    def of_coalition(self, coalition: int) -> "SentMessageQuerySet":
        return self.filter(coalition=coalition)

    def told(self) -> "SentMessageQuerySet":
        """With what was to be sent, and whose task that is."""
        return self.select_related("message__owner")

    def latest_first(self) -> "SentMessageQuerySet":
        return self.select_related("sent_by").order_by("-sent_on", "-pk")


@holds(
    free=["note", "link"],
    people=["sent_by"],
    plain=["message", "sent_on", "due_on", "missed"],
)
@tracked()
class SentMessage(CoalitionOwned):
    """A regular message was sent on a day, for the occasion that had come; those before it were missed."""

    message = models.ForeignKey(
        RegularMessage, on_delete=models.CASCADE, related_name="sent", db_constraint=False
    )
    sent_on = models.DateField(_("sent on"))
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(
        null=True, blank=True, help_text=_("What was next due before it was sent.")
    )
    missed = models.PositiveSmallIntegerField(
        default=0,
        help_text=_("How many occasions had gone by unsent before the one it was sent for."),
    )
    note = models.CharField(_("what it said, in a few words"), max_length=500, blank=True)
    link = models.URLField(_("where it can be read"), max_length=500, blank=True)

    objects = SentMessageQuerySet.as_manager()

    TOLD_AS = "note"

    class Meta:
        ordering = ["-sent_on", "-pk"]
        indexes = [
            models.Index(fields=["coalition", "message", "sent_on"], name="sent_by_message"),
        ]

    def __str__(self) -> str:
        return f"{self.message_id}, {self.sent_on}"
