"""Reading the charter again, once a year."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.charter.versions import CharterVersion


class CharterReviewQuerySet(models.QuerySet["CharterReview"]):
    def of(self, version: CharterVersion | int) -> "CharterReviewQuerySet":
        return self.filter(version=version).select_related("read_by")


@holds(people=["read_by"], free=["words"], plain=["version", "read_on", "next_on"])
@tracked()
class CharterReview(CoalitionOwned):
    """The charter was read again and stays as it is. What changes it is a new version instead."""

    version = models.ForeignKey(
        CharterVersion, on_delete=models.PROTECT, related_name="reviews", db_constraint=False
    )
    read_on = models.DateField(_("read on"))
    words = models.TextField(
        _("what was said"),
        max_length=2000,
        help_text=_("Who read it, whether it still fits, and what you want to look at next time."),
    )
    next_on = models.DateField(_("read again by"))
    read_by = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = CharterReviewQuerySet.as_manager()

    TOLD_AS = "version__number"

    class Meta:
        ordering = ["-read_on", "-pk"]
        indexes = [models.Index(fields=["coalition", "version"], name="charter_review_by_version")]
        constraints = [
            models.CheckConstraint(
                name="charter_review_leads_to_the_next", condition=Q(next_on__gt=F("read_on"))
            ),
            models.CheckConstraint(
                name="charter_review_says_what_was_said", condition=~Q(words="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version}, {self.read_on}"
