from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Person
from common.history.event_tables import events_of
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.organisations import Organisation

Columns = Mapping[str, Any]  # of an organisation, as JSON holds them

# Columns that mean something together only, and so are chosen together.
TOGETHER = (("retired_on", "retired_reason"),)
ENTRY = "."  # "own_values.opened" is the entry "opened" of the object that the column holds


def laid_out(columns: Columns) -> dict[str, Any]:
    """The entries of an object each as a column of its own, because each is a fact of its own."""
    told: dict[str, Any] = {}
    for name, value in columns.items():
        if isinstance(value, dict):
            told |= {f"{name}{ENTRY}{key}": each for key, each in value.items()}
        else:
            told[name] = value
    return told


def folded(columns: Columns, named: Iterable[str]) -> dict[str, Any]:
    """The opposite of `laid_out`: the columns that are named, objects with all their entries."""
    whole: dict[str, Any] = {}
    for name in dict.fromkeys(one.split(ENTRY)[0] for one in named):
        entries = {key: value for key, value in columns.items() if key.startswith(name + ENTRY)}
        if entries:
            told = {key.split(ENTRY, 1)[1]: value for key, value in entries.items()}
            whole[name] = {key: value for key, value in told.items() if value is not None}
        else:
            whole[name] = columns[name]
    return whole


def is_entry(name: str) -> bool:
    return ENTRY in name


def groups_in(told: Iterable[Columns]) -> list[tuple[str, ...]]:
    """What a person chooses between when organisations are merged: a column, or some that belong together.

    Read from the model, so that a new column is asked for as soon as it is there.
    """
    names = dict.fromkeys(name for columns in told for name in columns)
    together = {name: group for group in TOGETHER for name in group}
    editable = {
        one.column
        for one in Organisation._meta.concrete_fields  # noqa: SLF001 - Django documents it
        if one.editable and not one.primary_key and not one.generated and one.name != "coalition"
    }
    chosen = [together.get(name, (name,)) for name in names if name.split(ENTRY)[0] in editable]
    return list(dict.fromkeys(chosen))


class MergeQuerySet(models.QuerySet["Merge"]):
    def standing(self) -> "MergeQuerySet":
        """Not taken apart again."""
        return self.filter(taken_apart_at__isnull=True)

    def into(self, survivor: Organisation) -> "MergeQuerySet":
        return self.filter(survivor=survivor)

    def made_by(self, change: UUID) -> "MergeQuerySet":
        return self.filter(change_id=change)

    def of_coalition(self, coalition: int) -> "MergeQuerySet":
        return self.filter(coalition=coalition)

    def told(self) -> "MergeQuerySet":
        """With everything that a page says of them, the latest first."""
        return self.select_related(
            "organisation__coalition", "survivor__coalition", "merged_by"
        ).order_by("-merged_at", "-pk")

    @staticmethod
    def around(organisation: Organisation, *, since: datetime) -> bool:
        """Whether a merge of the organisation was made, or taken apart, after a moment of history.

        Asked of history itself, because only its own moments tell what came first.
        """
        ours = Q(organisation=organisation) | Q(survivor=organisation)
        return events_of(Merge).filter(ours, pgh_created_at__gt=since).exists()


@holds(
    people=["merged_by", "taken_apart_by"],
    free=["columns"],
    plain=["organisation", "survivor", "change_id", "merged_at", "taken_apart_at"],
    about={"accounts.Person": "merged_by"},
)
@tracked()
class Merge(CoalitionOwned):
    """One organisation was found to be another one, and merged into it; perhaps taken apart again since."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="merges",
        db_constraint=False,
        db_index=False,
    )
    survivor = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="merges_into_it",
        db_constraint=False,
        db_index=False,
    )
    columns = models.JSONField(
        default=dict,
        help_text="Column of the survivor → [before, after], where it took this one's value.",
    )
    change_id = models.UUIDField(
        null=True, help_text="The history context: organisations merged at once share it."
    )
    merged_at = models.DateTimeField(_("merged"))
    merged_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    taken_apart_at = models.DateTimeField(_("taken apart"), null=True, blank=True)
    taken_apart_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = MergeQuerySet.as_manager()

    STAYS_WHEN_MERGED = {
        "organisation": "It tells which one was merged.",
        "survivor": "It tells what it was merged into; merges of merges unwind one after the other.",
    }

    class Meta:
        ordering = ["-merged_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="merge_of_coalition"),
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(taken_apart_at__isnull=True),
                name="organisation_is_merged_into_one",
            ),
            models.CheckConstraint(
                name="merge_is_of_two", condition=~Q(organisation=models.F("survivor"))
            ),
        ]
        indexes = [
            models.Index(fields=["coalition", "survivor", "taken_apart_at"]),
            models.Index(fields=["coalition", "organisation"]),
            models.Index(fields=["change_id"]),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} → {self.survivor}"

    def get_absolute_url(self) -> str:
        return reverse("partners:unmerge", args=[self.coalition.slug, self.pk])


class MergeMoveQuerySet(models.QuerySet["MergeMove"]):
    def of(self, merges: models.QuerySet[Merge] | list[Merge]) -> "MergeMoveQuerySet":
        return self.filter(merge__in=merges).order_by("pk")

    def moved(self) -> "MergeMoveQuerySet":
        return self.filter(what=MergeMove.What.MOVED)

    def set_aside(self) -> "MergeMoveQuerySet":
        return self.filter(what=MergeMove.What.SET_ASIDE)

    def added(self) -> "MergeMoveQuerySet":
        return self.filter(what=MergeMove.What.ADDED)

    def of_rows(self, label: str, pks: Iterable[int]) -> "MergeMoveQuerySet":
        return self.filter(model=label, row__in=[str(pk) for pk in pks])

    def for_twins(self, label: str, pks: Iterable[int]) -> "MergeMoveQuerySet":
        """Of rows that were set aside because one of these says the same."""
        return self.filter(model=label, twin__in=[str(pk) for pk in pks])

    def standing(self) -> "MergeMoveQuerySet":
        return self.filter(merge__taken_apart_at__isnull=True)


@holds(
    free=["kept"],
    plain=["merge", "what", "model", "row", "column", "came_from", "went_to", "twin"],
)
class MergeMove(CoalitionOwned):
    """What a merge did to one row of any table that pointed at the organisation."""

    class What(models.TextChoices):
        MOVED = "moved", _("Came along")
        SET_ASIDE = "set_aside", _("Was there already")
        ADDED = "added", _("Was added")

    merge = models.ForeignKey(
        Merge, on_delete=models.CASCADE, related_name="moves", db_constraint=False, db_index=False
    )
    what = models.CharField(max_length=10, choices=What)
    model = models.CharField(max_length=120, help_text="app.Model")
    row = models.CharField(max_length=40, help_text="The id of the row.")
    column = models.CharField(max_length=63, help_text="The column that pointed.")
    came_from = models.CharField(max_length=40, help_text="The id that it pointed at before.")
    went_to = models.CharField(max_length=40, help_text="The id that it points at since.")
    twin = models.CharField(
        max_length=40, blank=True, help_text="For what was set aside: the row that says the same."
    )
    kept = models.TextField(
        blank=True, help_text="For what is not in its table as it was: the whole row, as JSON."
    )

    objects = MergeMoveQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="merge_move_is_known", condition=Q(what__in=["moved", "set_aside", "added"])
            ),
            models.CheckConstraint(
                name="merge_move_keeps_what_it_took",
                condition=Q(what="moved") | ~Q(kept=""),
            ),
        ]
        indexes = [
            models.Index(fields=["coalition", "merge", "what"]),
            models.Index(fields=["merge", "model"]),
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.row}: {self.get_what_display()}"

    @property
    def table(self) -> type[models.Model]:
        """Raises LookupError when the program has no such table any more."""
        return apps.get_model(self.model)
