"""What applicants wrote to each criterion."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.calls.applications import Application, PartOfApplication
from partners.models.calls.criteria import Criterion


class ApplicationAnswerQuerySet(models.QuerySet["ApplicationAnswer"]):
    def told(self) -> "ApplicationAnswerQuerySet":
        """With what was asked."""
        return self.select_related("criterion")


@holds(free=["words"], plain=["application", "criterion"])
@tracked()
class ApplicationAnswer(PartOfApplication):
    """What an applicant wrote to one criterion, in their own words."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="answers", db_constraint=False
    )
    criterion = models.ForeignKey(
        Criterion, on_delete=models.PROTECT, related_name="answers", db_constraint=False
    )
    words = models.TextField(max_length=4000)

    objects = ApplicationAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer of an application")
        verbose_name_plural = _("answers of applications")
        ordering = ["criterion__position", "criterion_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "criterion"], name="application_answers_a_criterion_once"
            ),
            models.CheckConstraint(
                name="application_answer_says_something", condition=~Q(words="")
            ),
        ]
        indexes = [models.Index(fields=["coalition", "application"], name="answer_by_application")]

    def __str__(self) -> str:
        return self.words
