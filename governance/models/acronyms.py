"""Acronyms that stand in the coalition's texts: where a search found them, and what is none."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Person
from common.history.tracking import tracked
from common.personal.fields import holds


class FoundAcronymQuerySet(models.QuerySet["FoundAcronym"]):
    def of_coalition(self, coalition: int) -> "FoundAcronymQuerySet":
        return self.filter(coalition=coalition)

    def most_used_first(self) -> "FoundAcronymQuerySet":
        return self.order_by("-times", "text")


@holds(free=["text", "places", "stands_for"], plain=["times", "texts"])
class FoundAcronym(CoalitionOwned):
    """What looks like an acronym in texts of the coalition, explained or not, as the last search found it.

    Whether it is explained is asked when the page is shown, so that a new word of the glossary counts at
    once. It is worked out from other rows, so it keeps no history.
    """

    text = models.CharField(_("acronym"), max_length=20)
    times = models.PositiveIntegerField(_("how often it stands there"))
    texts = models.PositiveIntegerField(_("in how many texts"))
    places: Any = models.JSONField(
        default=list, help_text=_("The first few texts: kind, row that the page shows, its name.")
    )
    stands_for = models.CharField(
        max_length=200, blank=True, help_text=_("What a text itself says it stands for.")
    )

    objects = FoundAcronymQuerySet.as_manager()

    class Meta:
        ordering = ["-times", "text"]
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "text"], name="acronym_is_found_once_in_a_coalition"
            ),
            models.CheckConstraint(
                name="acronym_stands_somewhere", condition=Q(times__gte=1, texts__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return self.text


class NotAnAcronymQuerySet(models.QuerySet["NotAnAcronym"]):
    def of_coalition(self, coalition: int) -> "NotAnAcronymQuerySet":
        return self.filter(coalition=coalition)

    def with_people(self) -> "NotAnAcronymQuerySet":
        return self.select_related("said_by")


@holds(free=["text"], people=["said_by"], plain=["said_on"])
@tracked()
class NotAnAcronym(CoalitionOwned):
    """Somebody said: these capitals are no acronym, or need no explaining here. It is not offered again."""

    text = models.CharField(_("acronym"), max_length=20)
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said_on = models.DateField(_("said on"))

    objects = NotAnAcronymQuerySet.as_manager()

    TOLD_AS = "text"

    class Meta:
        ordering = ["text"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "text"], name="acronym_is_set_aside_once"),
        ]

    def __str__(self) -> str:
        return self.text
