"""What a file's rows say, what would come of each and why, and what the person decided."""

import json
import re
from collections.abc import Iterable

from django.db import models
from django.db.models import Count, Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.personal.fields import holds
from partners.models.imports import ImportRun
from partners.models.organisations import Organisation

# "Total", "Sub-total:", "Grand total 35", "Summe"; not "Total Health Clinic".
SUM = r"^\W*((grand |overall |sub[- ]?)?totals?( general)?|suma|summe)\W*\d*\W*$"


class ImportRowQuerySet(models.QuerySet["ImportRow"]):
    def counted(self) -> dict[str, int]:
        """How many rows of each outcome."""
        return dict(self.order_by().values_list("outcome").annotate(Count("pk")))

    def of_coalition(self, coalition: int) -> "ImportRowQuerySet":
        return self.filter(coalition=coalition)

    def mentioning(self, needles: Iterable[str]) -> "ImportRowQuerySet":
        """Rows in whose cells one of the words stands."""
        said = Q(pk__in=[])
        for needle in needles:
            said |= Q(text__icontains=json.dumps(needle, ensure_ascii=False)[1:-1])
        return self.annotate(text=Cast("cells", models.TextField())).filter(said)

    def with_outcome(self, outcome: str) -> "ImportRowQuerySet":
        return self.filter(outcome=outcome)

    def undecided(self) -> "ImportRowQuerySet":
        return self.filter(outcome=ImportRow.Outcome.DUPLICATE, decision="")

    def left_out(self) -> "ImportRowQuerySet":
        return self.filter(decision=ImportRow.Decision.SKIP)

    def without_doubt(self) -> "ImportRowQuerySet":
        """Rows that do something without being asked about."""
        return self.filter(outcome__in=[ImportRow.Outcome.NEW, ImportRow.Outcome.UPDATE])

    def sums(self) -> "ImportRowQuerySet":
        """Rows that would come in, and that count the others rather than tell of a partner."""
        return self.without_doubt().filter(values__name__iregex=SUM)

    def unanswered(self) -> "ImportRowQuerySet":
        return self.filter(decision="")

    def put_off(self) -> "ImportRowQuerySet":
        return self.filter(outcome=ImportRow.Outcome.DUPLICATE, decision=ImportRow.Decision.LATER)

    def numbered(self, numbers: Iterable[int]) -> dict[int, "ImportRow"]:
        """The rows of these numbers, by number; of one run."""
        return {row.number: row for row in self.filter(number__in=list(numbers))}

    def with_partner(self) -> "ImportRowQuerySet":
        return self.select_related("organisation__coalition")

    def with_candidates(self) -> "ImportRowQuerySet":
        """Beside each row the organisation that it is, or may be, and how that one can be told."""
        return self.with_partner().prefetch_related(
            "organisation__phones", "organisation__addresses", "organisation__contacts"
        )


@holds(
    free=["cells", "values", "reason", "changes", "notes"],
    plain=["run", "number", "outcome", "organisation", "column", "same_as", "seen", "decision"],
)
class ImportRow(CoalitionOwned):
    """One row of the file: what it says, what would happen to it and why, and what the person decided."""

    class Outcome(models.TextChoices):
        NEW = "new", _("New")
        UPDATE = "update", _("Changed")
        DUPLICATE = "duplicate", _("Perhaps here already")
        UNCHANGED = "unchanged", _("Unchanged")
        REJECTED = "rejected", _("Cannot be read")

    class Decision(models.TextChoices):
        UPDATE = "update", _("Same: add what is new")
        NEW = "new", _("Different partner")
        LATER = "later", _("Decide later")
        SKIP = "skip", _("Leave out")

    run = models.ForeignKey(
        ImportRun,
        on_delete=models.CASCADE,
        related_name="rows",
        db_constraint=False,
        db_index=False,
    )
    number = models.PositiveIntegerField(help_text="As the spreadsheet counts, from 1.")
    cells = models.JSONField(default=list, help_text="The row as it was read.")
    values = models.JSONField(default=dict, help_text="What it says, by field.")
    outcome = models.CharField(max_length=12, choices=Outcome)
    organisation = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        db_constraint=False,
    )
    reason = models.TextField(blank=True, help_text="Why matched, or why rejected, as a sentence.")
    column = models.CharField(
        max_length=120, blank=True, help_text="The heading of the cell at fault."
    )
    changes = models.JSONField(default=list, help_text="[field, before, after] for a changed row.")
    notes = models.JSONField(
        default=list,
        blank=True,
        help_text="[heading, sentence]: what was read differently, or not.",
    )
    same_as = models.PositiveIntegerField(
        null=True,
        blank=True,
        help_text="The number of an earlier row of the file that tells of the same organisation.",
    )
    seen = models.CharField(
        max_length=64,
        blank=True,
        help_text="SHA-256 of the organisation as the dry run saw it: an edit since shows.",
    )
    decision = models.CharField(max_length=8, choices=Decision, blank=True)

    objects = ImportRowQuerySet.as_manager()

    class Meta:
        ordering = ["run", "number"]
        constraints = [
            models.UniqueConstraint(fields=["run", "number"], name="import_row_is_numbered_once"),
            models.CheckConstraint(
                name="import_row_outcome_is_known",
                condition=Q(outcome__in=["new", "update", "duplicate", "unchanged", "rejected"]),
            ),
            models.CheckConstraint(
                name="import_row_decision_is_known",
                condition=Q(decision__in=["", "update", "new", "later", "skip"]),
            ),
        ]
        indexes = [
            models.Index(fields=["run", "outcome", "number"], name="import_row_by_outcome"),
            models.Index(fields=["coalition", "organisation"]),
        ]

    def __str__(self) -> str:
        return f"{self.run}: {self.number}"

    @property
    def is_sum(self) -> bool:
        return bool(re.match(SUM, str(self.values.get("name", "")), re.IGNORECASE))

    @property
    def is_left_out(self) -> bool:
        """Said so, or suggested while nobody has answered."""
        return self.decision == self.Decision.SKIP or (self.is_sum and not self.decision)
