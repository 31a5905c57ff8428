"""What reviewers gave: first whether they have a conflict of interest, then a score for each criterion."""

from collections.abc import Iterable

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.calls.applications import Application
from partners.models.calls.criteria import SCALE, Criterion
from partners.models.calls.reviewers import Reviewer


class ReviewQuerySet(models.QuerySet["Review"]):
    def of_applications(self, applications: Iterable[int]) -> "ReviewQuerySet":
        return self.filter(application__in=list(applications))

    def by_person(self, person: int) -> "ReviewQuerySet":
        return self.filter(reviewer__person=person)

    def given(self) -> "ReviewQuerySet":
        return self.filter(given_at__isnull=False)

    def in_conflict(self) -> "ReviewQuerySet":
        return self.filter(has_conflict=True)

    def told(self) -> "ReviewQuerySet":
        return self.select_related("reviewer__person").order_by("reviewer__person__full_name", "pk")


@holds(
    free=["conflict_words", "words"],
    plain=["application", "reviewer", "has_conflict", "declared_at", "given_at", "changed_at"],
)
@tracked()
class Review(CoalitionOwned):
    """One reviewer on one application. With a conflict of interest there are no scores."""

    application = models.ForeignKey(
        Application,
        on_delete=models.CASCADE,
        related_name="reviews",
        db_constraint=False,
        db_index=False,
    )
    reviewer = models.ForeignKey(
        Reviewer, on_delete=models.PROTECT, related_name="reviews", db_constraint=False
    )
    has_conflict = models.BooleanField(_("has a conflict of interest"))
    conflict_words = models.CharField(_("which one"), max_length=500, blank=True)
    words = models.TextField(_("all in all"), max_length=4000, blank=True)
    declared_at = models.DateTimeField()
    given_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(
        null=True, blank=True, help_text="Changed after the scores of others could be seen."
    )

    objects = ReviewQuerySet.as_manager()

    class Meta:
        verbose_name = _("review")
        verbose_name_plural = _("reviews")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="review_of_coalition"),
            models.UniqueConstraint(
                fields=["application", "reviewer"], name="reviewer_reads_an_application_once"
            ),
            models.CheckConstraint(
                name="review_with_a_conflict_has_no_scores",
                condition=Q(has_conflict=False)
                | (Q(given_at__isnull=True, changed_at__isnull=True) & ~Q(conflict_words="")),
            ),
            models.CheckConstraint(
                name="review_is_changed_after_it_was_given",
                condition=Q(changed_at__isnull=True) | Q(given_at__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["coalition", "application"], name="review_by_application")]

    def __str__(self) -> str:
        return str(self.reviewer)


@holds(free=["words"], plain=["review", "criterion", "points"])
@tracked()
class Score(CoalitionOwned):
    """What one reviewer gives one application on one criterion, 0 to 4, and why."""

    review = models.ForeignKey(
        Review, on_delete=models.CASCADE, related_name="scores", db_constraint=False, db_index=False
    )
    criterion = models.ForeignKey(
        Criterion, on_delete=models.PROTECT, related_name="scores", db_constraint=False
    )
    points = models.PositiveSmallIntegerField(
        _("score"), validators=[MinValueValidator(SCALE[0]), MaxValueValidator(SCALE[-1])]
    )
    words = models.TextField(_("why"), max_length=2000)

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        ordering = ["criterion__position", "criterion_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["review", "criterion"], name="reviewer_scores_a_criterion_once"
            ),
            models.CheckConstraint(
                name="score_stands_on_the_scale",
                condition=Q(points__gte=SCALE[0], points__lte=SCALE[-1]),
            ),
            models.CheckConstraint(name="score_says_why", condition=~Q(words="")),
        ]
        indexes = [models.Index(fields=["coalition", "review"], name="score_by_review")]

    def __str__(self) -> str:
        return str(self.points)
