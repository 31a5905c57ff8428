"""Deputies: who could take over a key role, whether they would, and how soon they could."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.succession.interests import Interest
from governance.models.succession.key_roles import KeyRole
from governance.models.succession.ready import Ready
from partners.models import Contact

__all__ = ["Deputy", "Ready"]


class DeputyQuerySet(models.QuerySet["Deputy"]):
    def of_coalition(self, coalition: int | Blank) -> "DeputyQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "DeputyQuerySet":
        return self.filter(key_role__in=KeyRole.objects.visible_to(membership))

    def current(self) -> "DeputyQuerySet":
        """Named still, of a person who is still there."""
        return self.filter(ended_on__isnull=True, contact__left_on__isnull=True)

    def past(self) -> "DeputyQuerySet":
        return self.filter(ended_on__isnull=False)

    def ready_now(self) -> "DeputyQuerySet":
        """Who would, and could today: what the bench counts."""
        return self.current().filter(willing=Deputy.Willing.YES, ready=Ready.NOW)

    def told(self) -> "DeputyQuerySet":
        """With who it is."""
        return self.select_related("contact")

    def best_first(self) -> "DeputyQuerySet":
        willing = models.Case(
            models.When(willing="yes", then=0), models.When(willing="asked", then=1), default=2
        )
        ready = models.Case(
            models.When(ready="now", then=0), models.When(ready="within_a_year", then=1), default=2
        )
        rows = self.select_related("contact__organisation")
        return rows.order_by(willing, ready, "since_on", "pk")


@holds(
    free=["note", "ended_because"],
    plain=["key_role", "contact", "willing", "ready", "interest", "since_on", "ended_on"],
)
@tracked()
class Deputy(CoalitionOwned):
    """A person who could follow in a key role.

    It counts on the bench when the person has said yes and could take over today.
    """

    class Willing(models.TextChoices):
        YES = "yes", _("Yes")
        ASKED = "asked", _("Asked, no answer yet")
        NO = "no", _("No")

    key_role = models.ForeignKey(
        KeyRole, on_delete=models.PROTECT, related_name="deputies", db_constraint=False
    )
    contact = models.ForeignKey(
        Contact,
        verbose_name=_("person"),
        on_delete=models.PROTECT,
        related_name="deputyships",
        db_constraint=False,
    )
    willing = models.CharField(
        _("are they willing?"), max_length=6, choices=Willing, default=Willing.ASKED
    )
    ready = models.CharField(
        _("when could they take over?"), max_length=14, choices=Ready, default=Ready.LATER
    )
    note = models.CharField(
        _("what they still need"),
        max_length=500,
        blank=True,
        help_text=_("A few meetings together, a signature at the bank, a course."),
    )
    interest = models.ForeignKey(
        Interest,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="deputies",
        db_constraint=False,
        help_text=_("What they said in the register, if it began there."),
    )
    since_on = models.DateField(_("since"))
    ended_on = models.DateField(_("until"), null=True, blank=True)
    ended_because = models.CharField(_("why it ended"), max_length=300, blank=True)

    objects = DeputyQuerySet.as_manager()

    TOLD_AS = "contact__name"

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["coalition", "key_role"], name="deputy_by_role"),
            models.Index(fields=["coalition", "contact"], name="deputy_by_person"),
            models.Index(fields=["coalition", "interest"], name="deputy_by_interest"),
        ]
        constraints = [
            models.CheckConstraint(
                name="deputy_willing_is_known", condition=Q(willing__in=["yes", "asked", "no"])
            ),
            models.CheckConstraint(
                name="deputy_ready_is_known",
                condition=Q(ready__in=["now", "within_a_year", "later"]),
            ),
            models.CheckConstraint(
                name="deputy_ends_after_it_began",
                condition=Q(ended_on__isnull=True, ended_because="")
                | Q(ended_on__isnull=False, ended_on__gte=F("since_on")),
            ),
            models.UniqueConstraint(
                fields=["coalition", "key_role", "contact"],
                condition=Q(ended_on__isnull=True),
                name="deputy_is_named_once_for_a_role",
                violation_error_message=_("They are a deputy for this role already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contact}, {self.key_role}"

    @property
    def is_ready_now(self) -> bool:
        return self.willing == self.Willing.YES and self.ready == Ready.NOW
