"""What holders are asked by letter, and what they say shall change."""

from datetime import date, datetime, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.pages.signed_links import Link, absolute, path_to
from common.personal.fields import holds
from governance.models.assignments import RoleAssignment
from partners.models import Contact

# So long a link can be pressed.
OPEN_FOR = timedelta(days=90)


class RoleLetterQuerySet(models.QuerySet["RoleLetter"]):
    def told(self) -> "RoleLetterQuerySet":
        return self.select_related(
            "contact",
            "asked_by",
            "role__coalition",
            "role__organisation",
            "role__contact",
            "role__delegate",
            "role__function",
            "role__seat__body",
        )

    def opened_by(self, link: Link) -> "RoleLetter | None":
        """The one that a link leads to, unless it was made for another address, or another holds the role."""
        found = self.told().filter(pk=link.row).first()
        is_theirs = found and link.is_for(found.contact.email) and found.is_to_the_holder
        return found if is_theirs else None


@holds(people=["asked_by"], plain=["role", "asks", "contact", "sent_at", "sent_on", "answered_on"])
@tracked()
class RoleLetter(CoalitionOwned):
    """A letter to whoever holds a role: do you take it on, is it still right? With a link to answer."""

    LINK_PURPOSE = "role letter"

    class Asks(models.TextChoices):
        ACCEPT = "accept", _("Whether they take it on")
        CONFIRM = "confirm", _("Whether it is still right")

    role = models.ForeignKey(
        RoleAssignment,
        on_delete=models.CASCADE,
        related_name="letters",
        db_constraint=False,
        db_index=False,
    )
    asks = models.CharField(max_length=8, choices=Asks)
    contact = models.ForeignKey(
        Contact, on_delete=models.PROTECT, related_name="role_letters", db_constraint=False
    )
    sent_at = models.DateTimeField()
    sent_on = models.DateField(help_text=_("That day in the coalition."))
    asked_by = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_on = models.DateField(null=True, blank=True)

    objects = RoleLetterQuerySet.as_manager()

    TOLD_AS = ("role__seat__title", "role__function__name")

    class Meta:
        ordering = ["-sent_at", "-pk"]
        indexes = [models.Index(fields=["coalition", "role"], name="role_letter_by_role")]
        constraints = [
            models.CheckConstraint(
                name="role_letter_asks_what_is_known", condition=Q(asks__in=["accept", "confirm"])
            ),
            # Two who press at once, or two workers in one night, write one letter.
            models.UniqueConstraint(
                fields=["role", "contact", "asks", "sent_on"], name="role_letter_leaves_once_a_day"
            ),
            models.CheckConstraint(
                name="role_letter_is_answered_after_it_was_sent",
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=models.F("sent_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_asks_display()}: {self.contact}"

    @property
    def until(self) -> datetime:
        return self.sent_at + OPEN_FOR

    @property
    def is_to_the_holder(self) -> bool:
        return self.role.contact_id == self.contact_id

    @property
    def outbox_key(self) -> str:
        return f"governance/role_letter:{self.pk}"

    @property
    def link_path(self) -> str:
        return path_to(self, "role_letter", recipient=self.contact.email, until=self.until)

    @property
    def link(self) -> str:
        return absolute(self.link_path)

    def is_over(self, *, on: date) -> bool:
        """The term has ended: there is nothing to answer any more."""
        return self.role.ends_on is not None and self.role.ends_on < on


class AskedChangeQuerySet(models.QuerySet["AskedChange"]):
    def of_coalition(self, coalition: int | Blank) -> "AskedChangeQuerySet":
        return self.filter(coalition=coalition)

    def open(self) -> "AskedChangeQuerySet":
        return self.filter(settled_on__isnull=True)

    def of(self, role: RoleAssignment | int) -> "AskedChangeQuerySet":
        return self.filter(role=role).select_related("asked_by", "contact", "settled_by")

    def told(self) -> "AskedChangeQuerySet":
        return self.select_related("role__coalition", "role__seat__body", "role__function")


@holds(
    people=["asked_by", "settled_by"],
    free=["words", "settled_words"],
    plain=["role", "contact", "asked_on", "settled_on"],
)
@tracked()
class AskedChange(CoalitionOwned):
    """A holder says that something about their role shall change; a coordinator sees to it."""

    role = models.ForeignKey(
        RoleAssignment, on_delete=models.CASCADE, related_name="asked_changes", db_constraint=False
    )
    words = models.TextField(_("what shall change"), max_length=2000)
    asked_on = models.DateField()
    contact = models.ForeignKey(
        Contact,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
        help_text=_("Who said so by the link in a letter."),
    )
    asked_by = models.ForeignKey(
        "accounts.Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Who said so here."),
    )
    settled_on = models.DateField(null=True, blank=True)
    settled_by = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_words = models.CharField(_("what was done"), max_length=500, blank=True)

    objects = AskedChangeQuerySet.as_manager()

    TOLD_AS = ("role__seat__title", "role__function__name")

    class Meta:
        ordering = ["-asked_on", "-pk"]
        indexes = [
            models.Index(fields=["coalition", "role"], name="asked_change_by_role"),
            models.Index(
                fields=["coalition", "asked_on"],
                condition=Q(settled_on__isnull=True),
                name="asked_change_open",
            ),
        ]
        constraints = [
            models.CheckConstraint(name="asked_change_says_what", condition=~Q(words="")),
            models.CheckConstraint(
                name="asked_change_is_settled_on_a_day_by_somebody",
                condition=Q(settled_on__isnull=True, settled_by__isnull=True, settled_words="")
                | Q(settled_on__isnull=False, settled_by__isnull=False),
            ),
            models.CheckConstraint(
                name="asked_change_is_settled_after_it_was_asked",
                condition=Q(settled_on__isnull=True) | Q(settled_on__gte=models.F("asked_on")),
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def who(self) -> str:
        return str(self.contact or self.asked_by or "")
