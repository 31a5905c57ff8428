from collections.abc import Iterable
from datetime import date

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned, Membership
from accounts.permissions import Permission
from common.history import tracked
from partners.models.taxonomy import Term


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def active(self) -> "OrganisationQuerySet":
        return self.filter(retired_on__isnull=True)

    def retired(self) -> "OrganisationQuerySet":
        return self.filter(retired_on__isnull=False)

    def visible_to(self, membership: Membership) -> "OrganisationQuerySet":
        """All of the coalition's, or for a partner those that they speak for."""
        rows = self.filter(coalition_id=membership.coalition_id)
        if membership.may(Permission.SEE_PARTNERS):
            return rows
        if membership.may(Permission.SEE_OWN_ORGANISATION):
            return rows.filter(representations__membership=membership)
        return rows.none()

    def carrying(self, terms: Iterable[Term]) -> "OrganisationQuerySet":
        """Those that carry at least one of the terms."""
        return self.filter(
            models.Exists(
                Term.objects.filter(
                    pk__in=[term.pk for term in terms],
                    classifications__organisation=models.OuterRef("pk"),
                )
            )
        )

    def by_name(self) -> "OrganisationQuerySet":
        return self.order_by("sort_name", "pk")

    def with_details(self) -> "OrganisationQuerySet":
        """Everything that a profile shows, in a fixed number of queries."""
        return self.select_related("owner").prefetch_related(
            "aliases", "external_identifiers", "phones", "addresses", "classifications__term"
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
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    sort_name = models.GeneratedField(
        expression=models.Func("name", function="plain_text"),
        output_field=models.CharField(max_length=250),
        db_persist=True,
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["sort_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="organisation_of_coalition"),
            models.CheckConstraint(
                name="organisation_kind_is_known",
                condition=Q(kind__in=["partner", "prospect", "stakeholder"]),
            ),
            models.CheckConstraint(name="organisation_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="organisation_is_retired_on_a_day_for_a_reason",
                condition=Q(retired_on__isnull=True, retired_reason="")
                | (Q(retired_on__isnull=False) & ~Q(retired_reason="")),
            ),
        ]
        indexes = [
            models.Index(fields=["coalition", "sort_name", "id"], name="organisation_by_name"),
            models.Index(fields=["coalition", "created_at"], name="organisation_by_creation"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("partners:detail", args=[self.coalition.slug, self.pk])

    @property
    def is_retired(self) -> bool:
        return self.retired_on is not None

    def was_here_on(self, *, on: date) -> bool:
        return not self.retired_on or on < self.retired_on

    def terms_in(self, vocabulary: str) -> list[Term]:
        """From the prefetched classifications, without a query."""
        terms = (classification.term for classification in self.classifications.all())
        return [term for term in terms if term.vocabulary == vocabulary]


class PartOfOrganisation(CoalitionOwned):
    """What lives and moves with one organisation.

    The key that the database checks is the composite one of the migration, so Django adds none.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="%(class)ss", db_constraint=False
    )

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["coalition", "organisation"])]


@tracked()
class Alias(PartOfOrganisation):
    """Another name by which people look for the organisation: an acronym, a former name."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="aliases", db_constraint=False
    )
    name = models.CharField(_("other name"), max_length=250)

    class Meta(PartOfOrganisation.Meta):
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                "organisation",
                models.Func("name", function="plain_text"),
                name="alias_is_told_once_per_organisation",
            ),
        ]

    def __str__(self) -> str:
        return self.name


@tracked()
class ExternalIdentifier(PartOfOrganisation):
    """The number under which another system knows the organisation; an import matches by it first."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="external_identifiers",
        db_constraint=False,
    )
    scheme = models.CharField(
        _("of which system"),
        max_length=60,
        help_text=_("For example EIN, 211, or a spreadsheet's own."),
    )
    value = models.CharField(_("identifier"), max_length=120)

    class Meta(PartOfOrganisation.Meta):
        ordering = ["scheme", "value"]
        constraints = [
            models.UniqueConstraint(
                fields=["coalition", "scheme", "value"],
                name="external_identifier_names_one_organisation",
                violation_error_message=_("Another organisation already has this identifier."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.value}"


@tracked()
class Phone(PartOfOrganisation):
    """A phone number of the organisation itself."""

    number = models.CharField(_("phone"), max_length=60)
    label = models.CharField(_("what for"), max_length=60, blank=True)

    class Meta(PartOfOrganisation.Meta):
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.number


@tracked()
class Address(PartOfOrganisation):
    """A place where the organisation can be found or written to."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="addresses"
    )
    street = models.CharField(_("street"), max_length=250, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    region = models.CharField(_("state or region"), max_length=80, blank=True)
    postcode = models.CharField(_("postal code"), max_length=20, blank=True)
    label = models.CharField(_("what for"), max_length=60, blank=True)

    class Meta(PartOfOrganisation.Meta):
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="address_says_something",
                condition=~Q(street="", city="", region="", postcode=""),
            ),
        ]

    def __str__(self) -> str:
        place = " ".join(part for part in (self.region, self.postcode) if part)
        return ", ".join(part for part in (self.street, self.city, place) if part)


class SearchEntry(CoalitionOwned):
    """The words by which one organisation is found; triggers in the database keep it current.

    People's names and addresses stand apart, so that who may not see them cannot find by them either.
    """

    organisation = models.OneToOneField(
        Organisation,
        on_delete=models.DO_NOTHING,  # the database cascades: the triggers write here while rows go
        db_constraint=False,  # the migration adds the composite key instead
        primary_key=True,
        related_name="search",
    )
    names = models.TextField(
        help_text="Name, aliases, tags, identifiers and website, as plain_text."
    )
    people = models.TextField(help_text="Contacts' names and e-mail addresses, as plain_text.")

    class Meta:
        verbose_name_plural = "search entries"
        indexes = [
            models.Index(fields=["coalition", "organisation"]),
            GinIndex(fields=["names"], opclasses=["gin_trgm_ops"], name="search_by_names"),
            GinIndex(fields=["people"], opclasses=["gin_trgm_ops"], name="search_by_people"),
        ]

    def __str__(self) -> str:
        return self.names
