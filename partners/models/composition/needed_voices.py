"""Who must be at the table."""

from collections.abc import Mapping
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Func, Q, Value
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.taxonomy import Term, Vocabulary

# The four lists by which a table is looked at, each with the column of a needed voice that names its entry.
AXES = (Vocabulary.SECTOR, Vocabulary.POPULATION, Vocabulary.AREA, Vocabulary.DETERMINANT)
IN_WORDS = " · "
KEYS = ("position", "name")


def in_words(names: list[F]) -> Func:
    """Names in one text, those that are nothing left out: “Older adults · Riverbend”."""
    return Func(Value(IN_WORDS), *names, function="concat_ws", output_field=models.TextField())


def term_of(verbose_name: Any) -> models.ForeignKey:
    """The key that the database checks is the composite one of the migration."""
    return models.ForeignKey(
        Term,
        verbose_name=verbose_name,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )


class NeededVoiceQuerySet(models.QuerySet["NeededVoice"]):
    def of_coalition(self, coalition: int) -> "NeededVoiceQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "NeededVoiceQuerySet":
        return self.filter(retired_on__isnull=True)

    def retired(self) -> "NeededVoiceQuerySet":
        return self.filter(retired_on__isnull=False)

    def with_terms(self) -> "NeededVoiceQuerySet":
        return self.select_related(*AXES)

    def told(self) -> "NeededVoiceQuerySet":
        """With everything that a page about one names."""
        return self.with_terms().select_related("coalition")

    def in_list_order(self) -> "NeededVoiceQuerySet":
        """As the lists stand: first what is asked of sectors alone, and so on."""
        places = [F(f"{axis}__{key}").asc(nulls_first=True) for axis in AXES[::-1] for key in KEYS]
        return self.with_terms().order_by(*places, "pk")

    def asking_for(self, terms: Mapping[str, int]) -> "NeededVoiceQuerySet":
        """The one that names exactly these terms, by list."""
        return self.filter(**{f"{axis}_id": terms.get(axis) for axis in AXES})

    def with_words(self) -> models.QuerySet:
        """`words`: its terms in one text, “Older adults · Riverbend”."""
        return self.annotate(words=in_words([F(f"{axis.value}__name") for axis in AXES]))


@holds(free=["why"], plain=[*AXES, "least", "retired_on"])
@tracked()
class NeededVoice(CoalitionOwned):
    """A sector, population, area or social determinant, or a combination, that must be at the table."""

    sector = term_of(_("sector"))
    population = term_of(_("population"))
    area = term_of(_("area"))
    determinant = term_of(_("social determinant"))
    least = models.PositiveSmallIntegerField(
        _("voices needed"), default=2, validators=[MinValueValidator(1), MaxValueValidator(9)]
    )
    why = models.CharField(_("why they must be here"), max_length=300, blank=True)
    retired_on = models.DateField(null=True, blank=True)

    objects = NeededVoiceQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="needed_voice_of_coalition"),
            models.UniqueConstraint(
                fields=["coalition", *AXES],
                name="needed_voice_is_named_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                name="needed_voice_names_somebody",
                condition=~Q(**{f"{axis.value}__isnull": True for axis in AXES}),
            ),
            models.CheckConstraint(
                name="needed_voice_needs_at_least_one", condition=Q(least__range=(1, 9))
            ),
        ]

    def __str__(self) -> str:
        return IN_WORDS.join(term.name for term in self.terms)

    def get_absolute_url(self) -> str:
        return reverse("partners:gap", args=[self.coalition.slug, self.pk])

    @property
    def terms(self) -> list[Term]:
        """In the order of the lists."""
        named = (getattr(self, axis) for axis in AXES)
        return [term for term in named if term is not None]

    @property
    def term_ids(self) -> list[int]:
        named = (getattr(self, f"{axis}_id") for axis in AXES)
        return [pk for pk in named if pk is not None]
