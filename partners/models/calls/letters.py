"""The letters that tell applicants what was decided."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.calls.applications import Application, PartOfApplication


class DecisionLetterQuerySet(models.QuerySet["DecisionLetter"]):
    def of_coalition(self, coalition: int) -> "DecisionLetterQuerySet":
        return self.filter(coalition=coalition)

    def unsent(self) -> "DecisionLetterQuerySet":
        return self.filter(sent_at__isnull=True)

    def told(self) -> "DecisionLetterQuerySet":
        """With the application that it answers, and who has sent it."""
        return self.select_related("application__call__coalition", "sent_by")

    def locked(self, pk: int) -> "DecisionLetter":
        rows = self.select_related("application__call__coalition")
        return rows.select_for_update(of=("self",)).get(pk=pk)


@holds(
    people=["written_by", "sent_by"],
    free=["subject", "body"],
    plain=["application", "decision", "sent_at"],
)
@tracked()
class DecisionLetter(PartOfApplication):
    """The letter that tells an applicant what was decided: a draft until it is sent, once."""

    application = models.ForeignKey(
        Application, on_delete=models.CASCADE, related_name="letters", db_constraint=False
    )
    decision = models.CharField(max_length=10, choices=Application.Decision)
    subject = models.CharField(_("subject"), max_length=200)
    body = models.TextField(_("text"), max_length=10_000)
    written_by = models.ForeignKey(
        "accounts.Person", on_delete=models.PROTECT, related_name="+", editable=False
    )
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True, editable=False)
    sent_by = models.ForeignKey(
        "accounts.Person",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        editable=False,
    )

    objects = DecisionLetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter about a decision")
        verbose_name_plural = _("letters about decisions")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["application"],
                condition=Q(sent_at__isnull=True),
                name="application_has_one_letter_that_waits",
            ),
            models.CheckConstraint(
                name="decision_letter_says_something", condition=~Q(subject="") & ~Q(body="")
            ),
            models.CheckConstraint(
                name="decision_letter_tells_a_known_decision",
                condition=Q(decision__in=["accepted", "waiting", "declined"]),
            ),
            models.CheckConstraint(
                name="decision_letter_is_sent_by_somebody",
                condition=Q(sent_at__isnull=True, sent_by__isnull=True)
                | Q(sent_at__isnull=False, sent_by__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["coalition", "application"], name="letter_by_application")]

    def __str__(self) -> str:
        return self.subject
