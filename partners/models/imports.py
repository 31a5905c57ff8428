from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Person
from partners.models.organisations import Organisation


class ImportRun(CoalitionOwned):
    """One uploaded spreadsheet on its way in: read, mapped to columns, tried out, applied, perhaps undone."""

    class State(models.TextChoices):
        MAPPING = "mapping", _("Columns to be confirmed")
        CHECKING = "checking", _("Being checked")
        CHECKED = "checked", _("Dry run ready")
        APPLYING = "applying", _("Being brought in")
        APPLIED = "applied", _("Brought in")
        UNDOING = "undoing", _("Being undone")
        UNDONE = "undone", _("Undone")
        FAILED = "failed", _("Stopped by a problem")

    file_name = models.CharField(max_length=255)
    file = models.FileField(upload_to="imports/", max_length=255)
    sheet = models.CharField(max_length=120, blank=True)
    header_row = models.PositiveIntegerField(
        default=1, help_text="As the spreadsheet counts, from 1."
    )
    columns = models.JSONField(default=list, help_text="The headings found, in order.")
    mapping = models.JSONField(
        default=dict, help_text="Column position → field key; absent: left out."
    )
    options = models.JSONField(
        default=dict,
        help_text="Choices for the whole file: unknown terms, duplicates, scheme, kind.",
    )
    state = models.CharField(max_length=12, choices=State, default=State.MAPPING)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    problem = models.TextField(blank=True, help_text="Why it stopped, as a sentence for people.")
    started_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    change_id = models.UUIDField(
        null=True, blank=True, help_text="The history context under which its rows were written."
    )

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="import_run_of_coalition"),
            models.CheckConstraint(
                name="import_run_state_is_known",
                condition=Q(
                    state__in=[
                        "mapping",
                        "checking",
                        "checked",
                        "applying",
                        "applied",
                        "undoing",
                        "undone",
                        "failed",
                    ]
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    def get_absolute_url(self) -> str:
        return reverse("partners:import", args=[self.coalition.slug, self.pk])


class ImportRowQuerySet(models.QuerySet["ImportRow"]):
    def counted(self) -> dict[str, int]:
        """How many rows of each outcome."""
        return dict(self.order_by().values_list("outcome").annotate(Count("pk")))


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
        SKIP = "skip", _("Leave out")

    run = models.ForeignKey(
        ImportRun, on_delete=models.CASCADE, related_name="rows", db_constraint=False
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
                condition=Q(decision__in=["", "update", "new", "skip"]),
            ),
        ]
        indexes = [
            models.Index(fields=["run", "outcome", "number"], name="import_row_by_outcome"),
            models.Index(fields=["coalition", "run"]),
            models.Index(fields=["coalition", "organisation"]),
        ]

    def __str__(self) -> str:
        return f"{self.run}: {self.number}"


class RememberedMapping(CoalitionOwned):
    """How the columns of a file of this shape were mapped last time."""

    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of the headings, normalised.")
    mapping = models.JSONField(help_text="Normalised heading → field key.")
    used_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "fingerprint"], name="mapping_is_remembered_once_per_shape"
            ),
        ]

    def __str__(self) -> str:
        return self.fingerprint
