"""What the coalition tries in how it shares power, and what it learned."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership, Person
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from governance.models.bodies import Body


class ExperimentQuerySet(models.QuerySet["Experiment"]):
    def of_coalition(self, coalition: int) -> "ExperimentQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "ExperimentQuerySet":
        """Of the whole coalition, and of the bodies that the member may read of."""
        rows = self.filter(coalition=membership.coalition_id)
        bodies = Body.objects.visible_to(membership)
        return rows.filter(Q(body__isnull=True) | Q(body__in=bodies))

    def open(self) -> "ExperimentQuerySet":
        return self.filter(reviewed_on__isnull=True)

    def reviewed(self) -> "ExperimentQuerySet":
        """The latest review first."""
        return self.filter(reviewed_on__isnull=False).order_by("-reviewed_on", "-pk")

    def to_review(self, *, on: date | Blank) -> "ExperimentQuerySet":
        return self.open().filter(review_on__lte=on)

    def told(self) -> "ExperimentQuerySet":
        return self.select_related("body", "started_by", "reviewed_by")


@holds(
    people=["started_by", "reviewed_by"],
    free=["title", "hypothesis", "measure", "learned"],
    plain=["body", "starts_on", "ends_on", "review_on", "outcome", "reviewed_on"],
)
@tracked()
class Experiment(CoalitionOwned):
    """Another way to work together, tried for a while and then looked at together."""

    class Outcome(models.TextChoices):
        KEPT = "kept", _("We keep it")
        CHANGED = "changed", _("We keep it in another form")
        DROPPED = "dropped", _("We drop it")

    title = models.CharField(
        _("what we try"), max_length=160, help_text=_("“The chair goes round every quarter”.")
    )
    hypothesis = models.TextField(
        _("what we expect"),
        max_length=2000,
        help_text=_("If we do this, then … because …"),
    )
    measure = models.CharField(_("how we will know"), max_length=500, blank=True)
    body = models.ForeignKey(
        Body,
        verbose_name=_("in which body"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="experiments",
        db_constraint=False,
        help_text=_("Empty: in the whole coalition."),
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    review_on = models.DateField(
        _("we look at it on"), help_text=_("The home page reminds you then.")
    )
    started_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(_("what becomes of it"), max_length=8, choices=Outcome, blank=True)
    learned = models.TextField(_("what we learned"), max_length=4000, blank=True)
    reviewed_on = models.DateField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = ExperimentQuerySet.as_manager()

    TOLD_AS = "title"

    class Meta:
        ordering = ["review_on", "pk"]
        indexes = [
            models.Index(fields=["coalition", "review_on"], name="experiment_by_review"),
            models.Index(fields=["coalition", "body"], name="experiment_by_body"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="experiment_of_coalition"),
            models.CheckConstraint(
                name="experiment_ends_after_it_began", condition=Q(ends_on__gte=F("starts_on"))
            ),
            models.CheckConstraint(
                name="experiment_is_looked_at_after_it_began",
                condition=Q(review_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="experiment_is_reviewed_whole_or_not_at_all",
                condition=Q(
                    outcome="", learned="", reviewed_on__isnull=True, reviewed_by__isnull=True
                )
                | (
                    Q(outcome__in=["kept", "changed", "dropped"])
                    & ~Q(learned="")
                    & Q(reviewed_on__isnull=False, reviewed_by__isnull=False)
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_reviewed(self) -> bool:
        return self.reviewed_on is not None
