"""Why a coalition wins partners before it has written its charter."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds


class CharterDeferralQuerySet(models.QuerySet["CharterDeferral"]):
    def of_coalition(self, coalition: int) -> "CharterDeferralQuerySet":
        return self.filter(coalition=coalition).select_related("said_by")

    def said_in(self, coalition: int) -> "CharterDeferral | None":
        """Why the charter comes later, where somebody has said so."""
        return self.of_coalition(coalition).first()


@holds(people=["said_by"], free=["reason"], plain=["said_on"])
@tracked()
class CharterDeferral(CoalitionOwned):
    """The charter is written later, for a reason. The latest one holds; it stays to be read."""

    reason = models.TextField(
        _("why partners come first"),
        max_length=1000,
        help_text=_("“The founding partners write it together, in the first three meetings.”"),
    )
    said_on = models.DateField()
    said_by = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = CharterDeferralQuerySet.as_manager()

    TOLD_AS = "reason"

    class Meta:
        ordering = ["-said_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "said_on"], name="charter_is_deferred_once_a_day"
            ),
            models.CheckConstraint(
                name="charter_is_deferred_for_a_reason", condition=~Q(reason="")
            ),
        ]

    def __str__(self) -> str:
        return self.reason
