"""Working on many organisations at once: which are picked, and what was changed of them together."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition, CoalitionOwned, Membership, Person
from common.personal.fields import holds
from partners.models.organisations import Organisation
from partners.models.taxonomy import Vocabulary

# A selection of yesterday would surprise whoever opens the list today.
SELECTION_LASTS = timedelta(hours=12)

# Two ticks of one person arrive at once: each changes the row as it finds it, none undoes the other.
PICK = """
INSERT INTO partners_selection AS s (coalition_id, membership_id, ids, changed_at)
VALUES (%(coalition)s, %(membership)s, %(picked)s, %(at)s)
ON CONFLICT (membership_id) DO UPDATE SET changed_at = %(at)s, ids = CASE
    WHEN s.changed_at < %(oldest)s THEN %(picked)s
    ELSE ARRAY(SELECT unnest(s.ids) EXCEPT SELECT unnest(%(dropped)s)
               UNION SELECT unnest(%(picked)s) ORDER BY 1) END
"""

AMONG = """
SELECT count(o.id), count(o.retired_on),
    ARRAY(SELECT unnest(s.ids) INTERSECT SELECT unnest(%(shown)s))
FROM partners_selection s LEFT JOIN partners_organisation o
    ON o.id = ANY (s.ids) AND o.coalition_id = s.coalition_id AND o.merged_into_id IS NULL
WHERE s.membership_id = %(membership)s AND s.changed_at >= %(oldest)s GROUP BY s.id
"""


class SelectionQuerySet(models.QuerySet["Selection"]):
    def pick(
        self,
        membership: Membership,
        picked: Iterable[int],
        *,
        dropped: Iterable[int] = (),
        at: datetime,
    ) -> None:
        """Take some rows out of a member's selection and others in, in one statement."""
        told = {
            "coalition": membership.coalition_id,
            "membership": membership.pk,
            "picked": _bigints(picked),
            "dropped": _bigints(dropped),
            "at": at,
            "oldest": at - SELECTION_LASTS,
        }
        _run(PICK, told)

    def drop(self, membership: Membership, ids: Iterable[int]) -> None:
        """Those that are gone leave the selection, however old it is."""
        for selection in self.filter(membership=membership, ids__overlap=list(ids)):
            self.pick(membership, [], dropped=ids, at=selection.changed_at)

    def drop_all(self, membership: Membership) -> None:
        self.filter(membership=membership).delete()

    def among(
        self, membership: Membership, shown: Iterable[int], *, at: datetime
    ) -> tuple[int, int, frozenset[int]]:
        """How many are still there, how many of them are retired, and which of those that are shown."""
        told = {
            "membership": membership.pk,
            "shown": _bigints(shown),
            "oldest": at - SELECTION_LASTS,
        }
        row = _run(AMONG, told)
        return (row[0], row[1], frozenset(row[2])) if row else (0, 0, frozenset())

    def ids_of(self, membership: Membership, *, at: datetime) -> list[int]:
        fresh = self.filter(membership=membership, changed_at__gte=at - SELECTION_LASTS)
        return fresh.values_list("ids", flat=True).first() or []

    def in_list_order(self, membership: Membership, *, at: datetime) -> list[int]:
        """Those of the selection that are still the coalition's, by name."""
        ids = self.ids_of(membership, at=at)
        here = Organisation.objects.among(membership.coalition_id, ids).by_name()
        return list(here.values_list("pk", flat=True))


def _bigints(ids: Iterable[int]) -> Any:
    """An array that PostgreSQL takes for bigints even while it is empty."""
    return "{" + ",".join(str(int(pk)) for pk in ids) + "}"


def _run(statement: str, told: dict[str, Any]) -> tuple[Any, ...] | None:
    typed = statement
    for name in ("picked", "dropped", "shown"):
        typed = typed.replace(f"%({name})s", f"%({name})s::bigint[]")
    with connection.cursor() as cursor:
        cursor.execute(typed, told)
        return cursor.fetchone() if cursor.description else None


@holds(plain=["membership", "ids", "changed_at"], about={"accounts.Person": "membership__person"})
class Selection(CoalitionOwned):
    """The organisations that one member has picked in the list, across its pages and filters.

    It stands beside the session, not in it: a session is read whole with every request, and of two ticks
    at once it would keep the later only.
    """

    membership = models.OneToOneField(
        Membership, on_delete=models.CASCADE, related_name="selection", db_constraint=False
    )
    ids = ArrayField(
        models.BigIntegerField(),
        default=list,
        help_text="Of organisations; some may be gone by the time they are used.",
    )
    changed_at = models.DateTimeField()

    objects = SelectionQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["coalition", "membership"])]

    def __str__(self) -> str:
        return f"{self.membership}: {len(self.ids)}"


class BulkEditQuerySet(models.QuerySet["BulkEdit"]):
    def of_coalition(self, coalition: Coalition) -> "BulkEditQuerySet":
        return self.filter(coalition=coalition).select_related("coalition", "asked_by")

    def written(self) -> "BulkEditQuerySet":
        """Those that were applied, or are about to be, the latest first."""
        return self.exclude(state=BulkEdit.State.PREPARED)

    def working(self) -> "BulkEditQuerySet":
        return self.filter(state__in=BulkEdit.WORKING)

    def ids(self) -> models.QuerySet:
        return self.values_list("pk", flat=True)

    def never_applied(self, *, before: datetime) -> "BulkEditQuerySet":
        """Previews that somebody looked at and left."""
        return self.filter(state=BulkEdit.State.PREPARED, created_at__lt=before)


@holds(
    people=["asked_by"],
    free=["values"],
    plain=[
        "action",
        "vocabulary",
        "ids",
        "back",
        "state",
        "counts",
        "kept",
        "problem",
        "asked_at",
        "created_at",
        "applied_at",
        "undone_at",
        "change_id",
    ],
    about={"accounts.Person": "asked_by"},
)
class BulkEdit(CoalitionOwned):
    """One thing done to many organisations at once: looked at first, applied, perhaps undone."""

    class Action(models.TextChoices):
        OWNER = "owner", _("Who looks after them")
        KIND = "kind", _("Kind")
        RETIRE = "retire", _("Retire")
        REINSTATE = "reinstate", _("Take back into the list")
        ADD = "add", _("Add entries of a list")
        REMOVE = "remove", _("Remove entries of a list")
        REPLACE = "replace", _("Replace entries of a list")
        OWN = "own", _("One of your own fields")

    class State(models.TextChoices):
        PREPARED = "prepared", _("Not applied")
        APPLYING = "applying", _("Being applied")
        APPLIED = "applied", _("Applied")
        UNDOING = "undoing", _("Being undone")
        UNDONE = "undone", _("Undone")
        FAILED = "failed", _("Stopped by a problem")

    WORKING = (State.APPLYING, State.UNDOING)

    action = models.CharField(max_length=10, choices=Action)
    vocabulary = models.CharField(
        max_length=12, choices=Vocabulary, blank=True, help_text="Whose entries come or go."
    )
    values = models.JSONField(
        default=dict,
        help_text="What is wanted: owner, kind, reason and on, terms and new names, or field and value.",
    )
    ids = ArrayField(
        models.BigIntegerField(), help_text="The organisations that were selected, in order."
    )
    back = models.CharField(
        max_length=2000, blank=True, help_text="The filters of the list that the person came from."
    )
    state = models.CharField(max_length=10, choices=State, default=State.PREPARED)
    counts = models.JSONField(
        default=dict, blank=True, help_text="How many were changed, stood so already, or could not."
    )
    kept = ArrayField(
        models.BigIntegerField(),
        default=list,
        blank=True,
        help_text="Those that an undo left as they were, because somebody changed them since.",
    )
    problem = models.TextField(blank=True, help_text="Why it stopped, as a sentence for people.")
    asked_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(help_text="When the work that goes on now was asked for.")
    created_at = models.DateTimeField(default=timezone.now)
    applied_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    change_id = models.UUIDField(
        null=True, blank=True, help_text="The history context under which it was written."
    )

    objects = BulkEditQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["coalition", "-created_at"], name="bulk_edit_by_moment"),
            models.Index(fields=["change_id"], name="bulk_edit_by_change"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="bulk_edit_of_coalition"),
            models.CheckConstraint(
                name="bulk_edit_action_is_known",
                condition=Q(
                    action__in=[
                        "owner",
                        "kind",
                        "retire",
                        "reinstate",
                        "add",
                        "remove",
                        "replace",
                        "own",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="bulk_edit_state_is_known",
                condition=Q(
                    state__in=["prepared", "applying", "applied", "undoing", "undone", "failed"]
                ),
            ),
            models.CheckConstraint(
                name="bulk_edit_names_a_list_exactly_when_it_changes_entries",
                condition=Q(action__in=["add", "remove", "replace"]) & ~Q(vocabulary="")
                | ~Q(action__in=["add", "remove", "replace"]) & Q(vocabulary=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_action_display()}: {len(self.ids)}"

    def get_absolute_url(self) -> str:
        return reverse("partners:bulk_edit", args=[self.coalition.slug, self.pk])

    @property
    def is_working(self) -> bool:
        return self.state in self.WORKING

    @property
    def total(self) -> int:
        return len(self.ids)

    @property
    def taken_back(self) -> int:
        """How many an undo has put back."""
        return int(self.counts.get("changed", 0)) - len(self.kept)

    @property
    def changes_terms(self) -> bool:
        return bool(self.vocabulary)

    @property
    def changes_search(self) -> bool:
        """Whether it writes words by which an organisation is found: tags, and what own fields say."""
        return self.vocabulary == Vocabulary.TAG or self.action == self.Action.OWN

    @property
    def list_url(self) -> str:
        """The list as it was filtered when the selection was used."""
        address = reverse("partners:list", args=[self.coalition.slug])
        return f"{address}?{self.back}" if self.back else address
