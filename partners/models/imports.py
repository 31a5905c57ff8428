import json
from datetime import datetime
from hashlib import sha256
from pathlib import PurePath
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition, CoalitionOwned, Person
from common.personal.fields import holds


def stored_name(run: "ImportRun", file_name: str) -> str:
    """A random name, so that nothing about the file can be guessed from where it lies."""
    return f"imports/{uuid4().hex}{PurePath(file_name).suffix.lower()[:8]}"


class ImportRunQuerySet(models.QuerySet["ImportRun"]):
    def working(self) -> "ImportRunQuerySet":
        """Asked to be checked, applied or undone, and not done with it yet."""
        return self.filter(state__in=ImportRun.WORKING)

    def work_left(self) -> list[tuple[int, str]]:
        """Of those that are at work their ids, each with what is to be done."""
        return list(self.working().values_list("pk", "state"))

    def of_coalition(self, coalition: Coalition) -> "ImportRunQuerySet":
        return self.filter(coalition=coalition).select_related("started_by", "coalition")

    def about(self, subject: str) -> "ImportRunQuerySet":
        return self.filter(subject=subject)

    def unfinished(self, coalition: int) -> "ImportRunQuerySet":
        """Those of a coalition that wait for somebody, the latest first."""
        waiting = [ImportRun.State.MAPPING, ImportRun.State.CHECKED, ImportRun.State.FAILED]
        return self.filter(coalition=coalition, state__in=waiting)

    def with_file(self) -> "ImportRunQuerySet":
        return self.exclude(state__in=ImportRun.WORKING).exclude(file="")

    def kept_too_long(self, *, before: datetime) -> "ImportRunQuerySet":
        """Neither at work nor young, with a file or rows that nobody needs any more."""
        with_rows = ImportRun.objects.filter(pk=models.OuterRef("pk"), rows__isnull=False)
        return self.exclude(state__in=ImportRun.WORKING).filter(
            ~Q(file="") | models.Exists(with_rows), created_at__lt=before
        )


@holds(
    people=["asked_by", "started_by"],
    free=["problem", "notice"],
    files=["file_name"],
    plain=[
        "subject",
        "file",
        "sheet",
        "header_row",
        "columns",
        "mapping",
        "options",
        "state",
        "total",
        "done",
        "counts",
        "unknown_terms",
        "created_at",
        "asked_at",
        "applied_at",
        "undone_at",
        "change_id",
    ],
)
class ImportRun(CoalitionOwned):
    """One uploaded spreadsheet on its way in: read, mapped to columns, tried out, applied, perhaps undone."""

    class Subject(models.TextChoices):
        PARTNERS = "partners", _("Partners")
        TIES = "ties", _("Ties")
        SERVICES = "services", _("Services")
        TALKS = "talks", _("Talks")

    class State(models.TextChoices):
        MAPPING = "mapping", _("Columns to be confirmed")
        CHECKING = "checking", _("Being checked")
        CHECKED = "checked", _("Dry run ready")
        APPLYING = "applying", _("Being brought in")
        APPLIED = "applied", _("Brought in")
        UNDOING = "undoing", _("Being undone")
        UNDONE = "undone", _("Undone")
        FAILED = "failed", _("Stopped by a problem")

    WORKING = (State.CHECKING, State.APPLYING, State.UNDOING)

    subject = models.CharField(
        max_length=12, choices=Subject, default=Subject.PARTNERS, help_text="What a row tells of."
    )
    file_name = models.CharField(max_length=255, help_text="As the person knows it.")
    file = models.FileField(
        upload_to=stored_name,
        max_length=255,
        blank=True,
        help_text="Empty once the time for keeping it is over.",
    )
    sheet = models.CharField(max_length=120, blank=True)
    header_row = models.PositiveIntegerField(
        default=1, help_text="As the spreadsheet counts, from 1."
    )
    columns = models.JSONField(
        default=list, help_text="[{name, letter}]: the columns found, in order."
    )
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
    notice = models.TextField(
        blank=True, help_text="What the reader of the dry run should know, as a sentence."
    )
    counts = models.JSONField(
        default=dict, blank=True, help_text="Rows of each outcome, and what was left out."
    )
    unknown_terms = models.JSONField(
        default=dict,
        blank=True,
        help_text="Vocabulary → words of the file that its list does not have.",
    )
    asked_at = models.DateTimeField(
        null=True, blank=True, help_text="When the work that goes on now was asked for."
    )
    asked_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    started_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    change_id = models.UUIDField(
        null=True, blank=True, help_text="The history context under which its rows were written."
    )

    objects = ImportRunQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="import_run_of_coalition"),
            models.CheckConstraint(
                name="import_run_subject_is_known",
                condition=Q(subject__in=["partners", "ties", "services", "talks"]),
            ),
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
        pages = {
            self.Subject.TIES: "tie_import",
            self.Subject.SERVICES: "service_import",
            self.Subject.TALKS: "talk_import",
        }
        page = pages.get(self.Subject(self.subject), "import")
        return reverse(f"partners:{page}", args=[self.coalition.slug, self.pk])

    @property
    def is_working(self) -> bool:
        return self.state in self.WORKING

    @property
    def headings(self) -> list[str]:
        return [column["name"] for column in self.columns]

    @property
    def columns_mark(self) -> str:
        """Another one as soon as anybody tells the columns otherwise: by it a stale page is known."""
        told = [self.sheet, self.header_row, self.mapping, self.options]
        return sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:16]

    @property
    def columns_by_position(self) -> dict[int, str]:
        """Position of a column, from 0 → the field it fills."""
        return {int(position): field for position, field in self.mapping.items()}


@holds(plain=["fingerprint", "mapping", "options", "used_at"])
class RememberedMapping(CoalitionOwned):
    """How the columns of a file of this shape were mapped last time."""

    fingerprint = models.CharField(max_length=64, help_text="SHA-256 of the headings, normalised.")
    mapping = models.JSONField(help_text="Position of the column → field key.")
    options = models.JSONField(default=dict, help_text="The choices made for the whole file.")
    used_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "fingerprint"], name="mapping_is_remembered_once_per_shape"
            ),
        ]

    def __str__(self) -> str:
        return self.fingerprint
