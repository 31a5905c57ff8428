"""The letters by which partners are asked to sign the charter, and the link in each."""

from datetime import datetime, timedelta

from django.db import models

from common.history.tracking import tracked
from common.pages.signed_links import Link, absolute, path_to
from common.personal.fields import holds
from governance.models.charter.versions import CharterVersion
from partners.models import Contact, Organisation
from partners.models.parts import PartOfOrganisation

ANSWERABLE = timedelta(days=180)  # a board that meets twice a year still finds the link open


class CharterRequestQuerySet(models.QuerySet["CharterRequest"]):
    def to(self, version: CharterVersion) -> "CharterRequestQuerySet":
        return self.filter(coalition=version.coalition_id, version=version)

    def opened_by(self, link: Link) -> "CharterRequest | None":
        """The row that a link leads to, as long as its reader is there and has that address."""
        rows = self.select_related("version__coalition", "organisation__coalition", "contact")
        found = rows.filter(
            pk=link.row, contact__left_on__isnull=True, organisation__retired_on__isnull=True
        ).first()
        return found if found and link.is_for(found.contact.email) else None


@holds(
    people=["asked_by"],
    plain=["organisation", "version", "contact", "asked_at"],
)
@tracked()
class CharterRequest(PartOfOrganisation):
    """One letter to one person of an organisation: please read the charter, and sign it or object."""

    LINK_PURPOSE = "charter"

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="charter_requests",
        db_constraint=False,
    )
    version = models.ForeignKey(
        CharterVersion,
        on_delete=models.PROTECT,
        related_name="requests",
        db_constraint=False,
        db_index=False,
    )
    contact = models.ForeignKey(
        Contact, on_delete=models.PROTECT, related_name="charter_requests", db_constraint=False
    )
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        "accounts.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    objects = CharterRequestQuerySet.as_manager()

    TOLD_AS = "organisation__name"

    class Meta(PartOfOrganisation.Meta):
        ordering = ["asked_at", "pk"]
        indexes = [
            *PartOfOrganisation.Meta.indexes,
            models.Index(fields=["coalition", "version"], name="charter_request_by_version"),
            models.Index(fields=["coalition", "contact"], name="charter_request_by_contact"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "organisation"], name="charter_is_sent_once_to_each"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.asked_at:%Y-%m-%d}"

    @property
    def answerable_until(self) -> datetime:
        return self.asked_at + ANSWERABLE

    @property
    def outbox_key(self) -> str:
        return f"governance/charter_request:{self.pk}"

    @property
    def link_path(self) -> str:
        return path_to(
            self, "charter_link", recipient=self.contact.email, until=self.answerable_until
        )

    @property
    def link(self) -> str:
        """By which its reader signs without a password; the same each time."""
        return absolute(self.link_path)
