from collections.abc import Iterable
from uuid import UUID

from django.db import models
from django.db.models import Value
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.contacts import Contact
from partners.models.merging.merges import Merge


class ContactMergeQuerySet(models.QuerySet["ContactMerge"]):
    def with_merges(self, merges: Iterable[Merge]) -> "ContactMergeQuerySet":
        """Of people who became one when these organisations did."""
        return self.filter(merge__in=list(merges)).order_by("-pk")

    def into(self, contacts: Iterable[int]) -> "ContactMergeQuerySet":
        return self.filter(stays__in=list(contacts)).order_by("pk")

    def gone_into(self, contact: Contact) -> "ContactMergeQuerySet":
        """Of whoever became this person, also by way of another."""
        return self.filter(coalition=contact.coalition_id, stays=contact)

    def made_by(self, change: UUID) -> "ContactMergeQuerySet":
        return self.filter(change_id=change)


@holds(
    personal={"columns": Value({}, models.JSONField())},
    plain=["merge", "stays", "gone", "change_id"],
    about={"partners.Contact": "stays"},
)
@tracked()
class ContactMerge(CoalitionOwned):
    """Two people on the list were one person: one of the two rows stays, the other is gone."""

    stays = models.ForeignKey(
        Contact,
        verbose_name=_("who stays"),
        on_delete=models.CASCADE,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    gone = models.BigIntegerField(_("who became one with them"), help_text="The id of the row.")
    merge = models.ForeignKey(
        Merge,
        null=True,
        on_delete=models.CASCADE,
        related_name="people",
        db_constraint=False,
        db_index=False,
        help_text="The merge of their organisations, if it was part of one.",
    )
    columns = models.JSONField(
        default=dict, help_text="Column of who stays → [before, after], where the other told more."
    )
    change_id = models.UUIDField(help_text="The history context.")

    objects = ContactMergeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["coalition", "stays"]),
            models.Index(fields=["coalition", "merge"]),
            models.Index(fields=["coalition", "change_id"]),
        ]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="contact_merge_of_coalition"),
            models.CheckConstraint(
                name="contact_merge_is_of_two", condition=~models.Q(gone=models.F("stays"))
            ),
        ]

    def __str__(self) -> str:
        return str(self.stays)
