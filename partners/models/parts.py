"""What lives and moves with one organisation, a row each."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Coalition, CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.merged import FOLLOWS_MERGES
from partners.models.organisations import Organisation


class PartOfOrganisation(CoalitionOwned):
    """What lives and moves with one organisation.

    The key that the database checks is the composite one of the migration, so Django adds none.
    """

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="%(class)ss", db_constraint=False
    )

    # A merge sets aside what tells nothing that the other's row does not.
    IS_SAME_WHEN_EQUAL = True

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["coalition", "organisation"])]
        triggers = [FOLLOWS_MERGES]


class AliasQuerySet(models.QuerySet["Alias"]):
    def names_in(self, coalition: Coalition) -> models.QuerySet:
        return self.filter(coalition=coalition).order_by().values_list("name", flat=True)


@holds(plain=["organisation", "name"])
@tracked()
class Alias(PartOfOrganisation):
    """Another name by which people look for the organisation: an acronym, a former name."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="aliases", db_constraint=False
    )
    name = models.CharField(_("other name"), max_length=250)

    objects = AliasQuerySet.as_manager()

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


@holds(plain=["organisation", "scheme", "value"])
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


@holds(free=["label"], plain=["organisation", "number"])
@tracked()
class Phone(PartOfOrganisation):
    """A phone number of the organisation itself."""

    number = models.CharField(_("phone"), max_length=60)
    label = models.CharField(_("what for"), max_length=60, blank=True)

    class Meta(PartOfOrganisation.Meta):
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.number


@holds(free=["label"], plain=["organisation", "street", "city", "region", "postcode"])
@tracked()
class Address(PartOfOrganisation):
    """A place where the organisation can be found or written to."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, related_name="addresses", db_constraint=False
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
