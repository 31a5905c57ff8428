"""By what applications to a call are judged."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.calls.calls import Call, PartOfCall, in_reader_language
from partners.starter_words import in_reader_words

SCALE = (0, 1, 2, 3, 4)
WHOLE = 100  # what the weights of all criteria add up to


def no_words() -> list[str]:
    """For each step none yet."""
    return [""] * len(SCALE)


class CriterionQuerySet(models.QuerySet["Criterion"]):
    def of(self, call: Call | int) -> "CriterionQuerySet":
        return self.filter(call=call).order_by("position", "pk")

    def told(self) -> "CriterionQuerySet":
        """With the call that it belongs to."""
        return self.select_related("call__coalition")

    def total_weight(self) -> int:
        return self.aggregate(total=models.Sum("weight"))["total"] or 0

    def next_position(self) -> int:
        last = self.aggregate(last=models.Max("position"))["last"]
        return 0 if last is None else last + 1


@holds(
    free=["question", "question_es", "meanings", "meanings_es"],
    plain=["call", "name", "name_es", "weight", "position"],
)
@tracked()
class Criterion(PartOfCall):
    """One thing by which applications are judged: what is asked, how much it weighs, what 0 to 4 mean."""

    call = models.ForeignKey(
        Call, on_delete=models.CASCADE, related_name="criteria", db_constraint=False
    )
    name = models.CharField(_("criterion"), max_length=120)
    name_es = models.CharField(_("criterion in Spanish"), max_length=120, blank=True)
    question = models.CharField(
        _("what applicants are asked"),
        max_length=500,
        help_text=_("They answer in their own words."),
    )
    question_es = models.CharField(_("the question in Spanish"), max_length=500, blank=True)
    weight = models.PositiveSmallIntegerField(
        _("weight"),
        validators=[MinValueValidator(1), MaxValueValidator(WHOLE)],
        help_text=_("Of 100. The weights of all criteria add up to 100."),
    )
    meanings = ArrayField(
        models.CharField(max_length=200), size=len(SCALE), verbose_name=_("what 0 to 4 mean")
    )
    meanings_es = ArrayField(
        models.CharField(max_length=200, blank=True),
        size=len(SCALE),
        default=no_words,
        verbose_name=_("what 0 to 4 mean, in Spanish"),
    )
    position = models.PositiveSmallIntegerField(default=0)

    objects = CriterionQuerySet.as_manager()

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="criterion_of_coalition"),
            models.UniqueConstraint(fields=["call", "name"], name="criterion_is_named_once"),
            models.CheckConstraint(
                name="criterion_says_what_it_asks", condition=~Q(name="") & ~Q(question="")
            ),
            models.CheckConstraint(
                name="criterion_weighs_something", condition=Q(weight__gte=1, weight__lte=WHOLE)
            ),
            models.CheckConstraint(
                name="criterion_says_what_each_step_means",
                condition=Q(meanings__len=len(SCALE)),
            ),
            models.CheckConstraint(
                name="criterion_has_a_place_in_spanish_for_each_step",
                condition=Q(meanings_es__len=len(SCALE)),
            ),
        ]
        indexes = [models.Index(fields=["coalition", "call"], name="criterion_by_call")]

    def __str__(self) -> str:
        return self.name

    @property
    def told_name(self) -> str:
        return in_reader_language(in_reader_words(self.name), self.name_es)

    @property
    def told_question(self) -> str:
        return in_reader_language(in_reader_words(self.question), self.question_es)

    @property
    def told_steps(self) -> list[tuple[int, str]]:
        """0 to 4 for the reader: your Spanish, else ours in their language, else as you wrote it."""
        steps = zip(SCALE, self.meanings, self.meanings_es, strict=True)
        return [
            (step, in_reader_language(in_reader_words(meaning), spanish))
            for step, meaning, spanish in steps
        ]

    @property
    def spanish_steps(self) -> list[tuple[int, str]]:
        """Those of 0 to 4 of which you wrote the meaning in Spanish."""
        return [(step, words) for step, words in zip(SCALE, self.meanings_es, strict=True) if words]
