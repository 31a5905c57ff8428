"""The glossary: what the coalition's own words and acronyms mean, in words that everybody knows."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds


class WordQuerySet(models.QuerySet["Word"]):
    def of_coalition(self, coalition: int) -> "WordQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "WordQuerySet":
        return self.filter(retired_on__isnull=True)

    def retired(self) -> "WordQuerySet":
        return self.filter(retired_on__isnull=False)

    def saying(self, words: str) -> "WordQuerySet":
        """Those in which these letters occur, whatever the accents and capitals."""
        asked = models.Func(
            models.Value(words), function="plain_text", output_field=models.TextField()
        )
        told = models.Func(
            models.Func(
                models.Value(" "),
                "term",
                "stands_for",
                "definition",
                models.Func("spellings", models.Value(" "), function="array_to_string"),
                function="concat_ws",
            ),
            function="plain_text",
            output_field=models.TextField(),
        )
        return self.alias(told=told).filter(told__contains=asked)

    def spelled(self) -> models.QuerySet:
        """What a text is searched for: id, word, other spellings, what it stands for, what it means."""
        return self.order_by("pk").values_list(
            "pk", "term", "spellings", "stands_for", "definition"
        )


@holds(
    free=["stands_for", "definition"],
    plain=["term", "spellings", "retired_on"],
)
@tracked()
class Word(CoalitionOwned):
    """One word or acronym of the coalition, and what it means in plain words."""

    term = models.CharField(
        _("word or acronym"),
        max_length=80,
        help_text=_(
            "As people write it. What has no small letter, such as WHO, is found only as it is"
            " written; everything else whatever its capitals."
        ),
    )
    stands_for = models.CharField(
        _("what it stands for"),
        max_length=200,
        blank=True,
        help_text=_("For an acronym: the full words. For a word leave it empty."),
    )
    definition = models.TextField(
        _("what it means"),
        max_length=1000,
        help_text=_("As you would tell a neighbor: one or two short sentences, no other jargon."),
    )
    spellings = ArrayField(
        models.CharField(max_length=80),
        verbose_name=_("other spellings"),
        default=list,
        blank=True,
    )
    retired_on = models.DateField(_("retired on"), null=True, blank=True)

    objects = WordQuerySet.as_manager()

    TOLD_AS = "term"

    class Meta:
        ordering = [models.Func("term", function="plain_text"), "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="word_of_coalition"),
            models.UniqueConstraint(
                fields=["coalition", "term"],
                condition=Q(retired_on__isnull=True),
                name="word_stands_once_in_the_glossary",
                violation_error_message=_("This word is in the glossary already."),
            ),
            models.CheckConstraint(
                name="word_is_written_and_explained",
                condition=~Q(term="") & ~Q(definition=""),
            ),
        ]

    def __str__(self) -> str:
        return self.term

    def get_absolute_url(self) -> str:
        return reverse("governance:word", args=[self.coalition.slug, self.pk])

    @property
    def is_retired(self) -> bool:
        return self.retired_on is not None

    @property
    def written(self) -> list[str]:
        """Every way in which it is written, the first one before all."""
        return [self.term, *self.spellings]
