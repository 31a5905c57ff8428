from typing import TYPE_CHECKING

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import (
    F,
    Q,
)
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.merged import PresentManager
from partners.models.organisation_queries import OrganisationQuerySet
from partners.models.own_fields.fields import are_an_object, values_column
from partners.models.taxonomy import Term

if TYPE_CHECKING:
    from partners.models.contacts import Contact
    from partners.models.parts import Address

ACTIVE_ORDERS = {
    "name": ["sort_name"],
    "kind": ["kind", "sort_name"],
    "kind_falling": ["-kind", "sort_name"],
    "since": ["since_on", "sort_name"],
    "creation": ["created_at"],
}


# What the list shows unless it is asked for more.
SHOWN = Q(retired_on__isnull=True, merged_into__isnull=True)


@holds(
    people=["owner"],
    free=["description", "retired_reason", "own_values"],
    plain=[
        "name",
        "kind",
        "website",
        "email",
        "since_on",
        "retired_on",
        "is_left_out_of_directory",
        "created_at",
        "sort_name",
        "merged_into",
    ],
)
@tracked(exclude=["sort_name"])
class Organisation(CoalitionOwned):
    """An organisation that the coalition works with, hopes to, or must reckon with."""

    class Kind(models.TextChoices):
        PARTNER = "partner", _("Partner")
        PROSPECT = "prospect", _("Prospect")
        STAKEHOLDER = "stakeholder", _("Stakeholder")

    name = models.CharField(_("name"), max_length=250)
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=Kind,
        default=Kind.PARTNER,
        help_text=_("A stakeholder is affected by the work, or affects it, and may never join."),
    )
    description = models.TextField(_("description"), blank=True)
    website = models.CharField(_("website"), max_length=500, blank=True)
    email = models.EmailField(
        _("e-mail address"), blank=True, help_text=_("Of the organisation, not of one person.")
    )
    owner = models.ForeignKey(
        "accounts.Person",
        verbose_name=_("looked after by"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="organisations_looked_after",
        help_text=_("The member who keeps the relationship."),
    )
    since_on = models.DateField(
        _("since"),
        null=True,
        blank=True,
        help_text=_("When they joined, or when the first talk was."),
    )
    retired_on = models.DateField(_("retired on"), null=True, blank=True)
    retired_reason = models.CharField(_("why retired"), max_length=500, blank=True)
    own_values = values_column()
    merged_into = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        editable=False,
        on_delete=models.RESTRICT,
        related_name="merged",
        db_constraint=False,  # the migration adds the composite key instead
        db_index=False,
        help_text="The organisation that has taken its place.",
    )
    is_left_out_of_directory = models.BooleanField(
        _("left out of the directory"),
        default=False,
        db_default=False,
        help_text=_("The printed directory of partners does not name them."),
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    sort_name = models.GeneratedField(
        expression=models.Func("name", function="plain_text"),
        output_field=models.CharField(max_length=250),
        db_persist=True,
    )

    objects = PresentManager.from_queryset(OrganisationQuerySet)()
    including_merged = OrganisationQuerySet.as_manager()

    STAYS_WHEN_MERGED = {"merged_into": "Merges of merges come apart one after the other."}

    class Meta:
        ordering = ["sort_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="organisation_of_coalition"),
            models.CheckConstraint(
                name="organisation_kind_is_known",
                condition=Q(kind__in=["partner", "prospect", "stakeholder"]),
            ),
            models.CheckConstraint(
                name="organisation_is_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
            ),
            models.CheckConstraint(name="organisation_has_a_name", condition=~Q(name="")),
            are_an_object("organisation_own_values_are_an_object"),
            models.CheckConstraint(
                name="organisation_is_retired_on_a_day_for_a_reason",
                condition=Q(retired_on__isnull=True, retired_reason="")
                | (Q(retired_on__isnull=False) & ~Q(retired_reason="")),
            ),
        ]
        indexes = [
            models.Index(fields=["coalition", "sort_name", "id"], name="organisation_by_name"),
            # The list shows those that are not retired, unless asked: one index an order.
            *(
                models.Index(
                    fields=["coalition", *fields, "id"],
                    condition=SHOWN,
                    name=f"active_by_{name}",
                )
                for name, fields in ACTIVE_ORDERS.items()
            ),
            models.Index(
                F("coalition"),
                F("since_on").desc(nulls_last=True),
                F("sort_name"),
                F("id"),
                condition=SHOWN,
                name="active_by_newest",
            ),
            models.Index(
                fields=["coalition", "since_on", "id"],
                condition=SHOWN & Q(kind="partner", owner__isnull=True),
                name="active_without_keeper",
            ),
            GinIndex(fields=["own_values"], name="organisation_by_own_values"),
            models.Index(
                fields=["coalition", "merged_into"],
                condition=Q(merged_into__isnull=False),
                name="organisation_merged",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("partners:detail", args=[self.coalition.slug, self.pk])

    @property
    def post_address(self) -> "Address | None":
        """Several addresses do not fit on one letter; the first is the one that letters go to."""
        return next(iter(self.addresses.all()), None)

    @property
    def survivor(self) -> "Organisation":
        """Who has taken its place, however many merges ago; itself when nobody has."""
        found = self
        while found.merged_into is not None:
            found = found.merged_into
        return found

    @property
    def is_retired(self) -> bool:
        return self.retired_on is not None

    @property
    def is_merged_away(self) -> bool:
        """Whether another organisation has taken its place."""
        return self.merged_into_id is not None

    @property
    def current_contacts(self) -> list["Contact"]:
        """From the prefetched contacts, whoever speaks for them first."""
        there = [contact for contact in self.contacts.all() if contact.left_on is None]
        return sorted(there, key=lambda contact: not contact.is_speaker)

    @property
    def past_contacts(self) -> list["Contact"]:
        return [contact for contact in self.contacts.all() if contact.left_on is not None]

    def terms_in(self, vocabulary: str) -> list[Term]:
        """From the prefetched classifications, without a query."""
        terms = (classification.term for classification in self.classifications.all())
        return [term for term in terms if term.vocabulary == vocabulary]
