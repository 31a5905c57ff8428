"""Due diligence: the coalition's own questions about a partner, and what was found."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition, CoalitionOwned, Membership, Person
from accounts.permissions import Permission
from common.database.blanks import Blank
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.organisations import Organisation
from partners.models.parts import PartOfOrganisation


class DiligenceQuestionQuerySet(models.QuerySet["DiligenceQuestion"]):
    def of_coalition(self, coalition: Coalition | int) -> "DiligenceQuestionQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "DiligenceQuestionQuerySet":
        return self.filter(retired_on__isnull=True)

    def called(self, words: str) -> "DiligenceQuestionQuerySet":
        """Whatever the accents and capitals."""
        told = models.Func(
            models.Value(words), function="plain_text", output_field=models.TextField()
        )
        return self.alias(plain=models.Func("words", function="plain_text")).filter(plain=told)

    def with_use(self) -> "DiligenceQuestionQuerySet":
        """`use`: of how many organisations it is answered."""
        return self.annotate(use=models.Count("answers__organisation", distinct=True))


@holds(plain=["words", "hint", "position", "retired_on"])
@tracked()
class DiligenceQuestion(CoalitionOwned):
    """One question that the coalition asks itself before and while it works with a partner."""

    words = models.CharField(_("question"), max_length=250)
    hint = models.CharField(
        _("where to look"),
        max_length=500,
        blank=True,
        help_text=_("What would answer it: a register, a report, somebody to ask."),
    )
    position = models.PositiveIntegerField(default=0)
    retired_on = models.DateField(null=True, blank=True)

    objects = DiligenceQuestionQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = _("question"), _("questions")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "id"], name="diligence_question_of_coalition"
            ),
            models.UniqueConstraint(
                "coalition",
                models.Func("words", function="plain_text"),
                name="diligence_question_is_asked_once",
                violation_error_message=_("There is this question already."),
            ),
            models.CheckConstraint(name="diligence_question_has_words", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def is_retired(self) -> bool:
        return self.retired_on is not None


class DiligenceAnswerQuerySet(models.QuerySet["DiligenceAnswer"]):
    def visible_to(self, membership: Membership) -> "DiligenceAnswerQuerySet":
        rows = self.filter(coalition_id=membership.coalition_id)
        return rows if membership.may(Permission.SEE_RISK) else rows.none()

    def of_coalition(self, coalition: Coalition | int | Blank) -> "DiligenceAnswerQuerySet":
        return self.filter(coalition=coalition)

    def of_partners_of_today(self) -> "DiligenceAnswerQuerySet":
        """Neither retired nor merged into another, and to a question that is still asked."""
        return self.filter(
            organisation__retired_on__isnull=True,
            organisation__merged_into__isnull=True,
            question__retired_on__isnull=True,
        )

    def due_by(self, day: date | Blank) -> "DiligenceAnswerQuerySet":
        return self.filter(review_on__lte=day)

    def concerns(self) -> "DiligenceAnswerQuerySet":
        return self.filter(finding=DiligenceAnswer.Finding.CONCERN)

    def for_keeper(self, person: Person | int | Blank) -> "DiligenceAnswerQuerySet":
        """Of partners that this member looks after, and of those that nobody does."""
        return self.filter(Q(organisation__owner=person) | Q(organisation__owner__isnull=True))

    def latest_of(
        self, organisation: Organisation, question: DiligenceQuestion
    ) -> "DiligenceAnswer | None":
        rows = self.filter(organisation=organisation, question=question)
        return rows.order_by("-answered_on", "-pk").first()

    def told(self) -> "DiligenceAnswerQuerySet":
        return self.select_related("question", "answered_by", "organisation")


@holds(
    people=["answered_by"],
    free=["words", "link"],
    plain=["organisation", "question", "finding", "answered_on", "review_on"],
)
@tracked()
class DiligenceAnswer(PartOfOrganisation):
    """What was found for one question about one organisation, by whom and when.

    There is one for each question; after a merge there may be two, because a concern about one of them is
    not answered by what was found about the other. Whoever looks again replaces both.
    """

    class Finding(models.TextChoices):
        OK = "ok", _("All right")
        CONCERN = "concern", _("A concern")
        UNKNOWN = "unknown", _("Not known")

    question = models.ForeignKey(
        DiligenceQuestion, on_delete=models.PROTECT, related_name="answers", db_constraint=False
    )
    finding = models.CharField(_("what was found"), max_length=8, choices=Finding)
    words = models.TextField(_("in words"), max_length=4000, blank=True)
    link = models.URLField(
        _("where it can be seen"),
        max_length=500,
        blank=True,
        help_text=_("A register, a report, a news article."),
    )
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField(_("looked into on"))
    review_on = models.DateField(_("look again on"), null=True, blank=True)

    objects = DiligenceAnswerQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        verbose_name, verbose_name_plural = _("due diligence"), _("due diligence")
        ordering = ["question__position", "-answered_on", "-pk"]
        indexes = [
            *PartOfOrganisation.Meta.indexes,
            models.Index(fields=["coalition", "review_on"], name="diligence_by_review"),
        ]
        constraints = [
            models.CheckConstraint(
                name="diligence_finding_is_known",
                condition=Q(finding__in=["ok", "concern", "unknown"]),
            ),
            models.CheckConstraint(
                name="diligence_concern_is_told",
                condition=~Q(finding="concern", words=""),
            ),
            models.CheckConstraint(
                name="diligence_is_looked_at_again_later",
                condition=Q(review_on__isnull=True) | Q(review_on__gt=models.F("answered_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_finding_display()}: {self.question_id}"

    def is_due(self, *, on: date) -> bool:
        return self.review_on is not None and self.review_on <= on
