"""What hangs on a service: where it is, what it is sorted by, who pays for it.

Each row names the organisation too, so that its history is found, and it follows when that is merged.
"""

from collections.abc import Iterable
from typing import Any

import pgtrigger
from django.db import models
from django.db.models import Case, Count, F, Func, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat, NullIf
from django.utils.translation import gettext_lazy as _

from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.merged import FOLLOWS_MERGES
from partners.models.organisations import Organisation
from partners.models.parts import PartOfOrganisation
from partners.models.taxonomy import OtherList, Term

# As FOLLOWS_MERGES, for who pays.
FUNDER_FOLLOWS = pgtrigger.Trigger(
    name="funder_follows_merges",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.UpdateOf("funder_id"),
    condition=pgtrigger.Condition("partners_home(NEW.funder_id) IS DISTINCT FROM NEW.funder_id"),
    func="NEW.funder_id := partners_home(NEW.funder_id); RETURN NEW;",
)


@holds(
    plain=[
        "organisation",
        "service",
        "name",
        "street",
        "city",
        "region",
        "postcode",
        "area",
        "is_virtual",
    ]
)
@tracked()
class ServiceLocation(PartOfOrganisation):
    """A place where one gets a service, or an area that it serves."""

    service = models.ForeignKey(
        "partners.Service",
        on_delete=models.CASCADE,
        related_name="places",
        db_constraint=False,
    )
    name = models.CharField(_("place"), max_length=250, blank=True)
    street = models.CharField(_("street"), max_length=250, blank=True)
    city = models.CharField(_("city"), max_length=120, blank=True)
    region = models.CharField(_("state or region"), max_length=80, blank=True)
    postcode = models.CharField(_("postal code"), max_length=20, blank=True)
    area = models.ForeignKey(
        Term,
        verbose_name=_("area"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="service_locations",
        db_constraint=False,
    )
    is_virtual = models.BooleanField(_("by phone or online"), default=False)

    class Meta(PartOfOrganisation.Meta):
        verbose_name = _("place of a service")
        verbose_name_plural = _("places of services")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="service_location_says_something",
                condition=~Q(name="", street="", city="", region="", postcode="")
                | Q(area__isnull=False)
                | Q(is_virtual=True),
            ),
        ]

    def __str__(self) -> str:
        rest = " ".join(part for part in (self.region, self.postcode) if part)
        parts = (self.name, self.street, self.city, rest)
        return ", ".join(part for part in parts if part)


class ServiceTermQuerySet(models.QuerySet["ServiceTerm"]):
    def partners_of_kinds(self, coalition: int) -> dict[int, int]:
        """By kind of service, how many partners that are not retired have one of it."""
        rows = self.filter(
            coalition=coalition,
            term__vocabulary=OtherList.SERVICE,
            organisation__retired_on__isnull=True,
        )
        counted = rows.order_by().values_list("term").annotate(Count("organisation", distinct=True))
        return dict(counted)


@holds(plain=["organisation", "service", "term"])
@tracked()
class ServiceTerm(PartOfOrganisation):
    """A service carries one entry of a list: a kind of service, a population, a language."""

    service = models.ForeignKey(
        "partners.Service",
        on_delete=models.CASCADE,
        related_name="carried",
        db_constraint=False,
        db_index=False,
    )
    term = models.ForeignKey(
        Term,
        on_delete=models.PROTECT,
        related_name="service_terms",
        db_constraint=False,
        db_index=False,
    )

    objects = ServiceTermQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        verbose_name = _("what a service is sorted by")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["service", "term"], name="service_carries_a_term_once"),
        ]
        indexes = [
            models.Index(fields=["coalition", "organisation"]),
            models.Index(fields=["coalition", "term"], name="service_term_by_term"),
        ]

    def __str__(self) -> str:
        return str(self.term)


def plain(name: str) -> Func:
    """As the database compares names, whatever their accents and capitals."""
    return Func(F(name), function="plain_text", output_field=TextField())


NAME = Coalesce(NullIf("name", Value("")), "funder__name")


class ServiceFunderQuerySet(models.QuerySet["ServiceFunder"]):
    def of_coalition(self, coalition: int) -> "ServiceFunderQuerySet":
        return self.filter(coalition=coalition)

    def of_services(self, services: QuerySet) -> "ServiceFunderQuerySet":
        return self.filter(service__in=services.order_by().values("pk"))

    def told_keys(self) -> QuerySet:
        """Key, name and whom it pays, a row for each service; not what a partner pays itself."""
        rows = self.with_key().exclude(funder=F("organisation")).order_by("pk")
        return rows.values_list("key", NAME, "organisation_id")

    def names_of(self, keys: Iterable[str]) -> dict[str, str]:
        """By its key what each funder is called."""
        keyed: Any = self.with_key()
        names = keyed.filter(key__in=list(keys)).order_by().values_list("key", NAME)
        return dict(names)

    def with_key(self) -> "ServiceFunderQuerySet":
        """`key`: the same for all that one funder pays, whether it is on the list or only a name."""
        listed = Concat(Value("#"), Cast("funder_id", TextField()))
        return self.annotate(
            key=Case(
                When(funder__isnull=False, then=listed),
                default=plain("name"),
                output_field=TextField(),
            )
        )


@holds(plain=["organisation", "service", "funder", "name"])
@tracked()
class ServiceFunder(PartOfOrganisation):
    """Who pays for a service: an organisation of the list, or a name."""

    service = models.ForeignKey(
        "partners.Service",
        on_delete=models.CASCADE,
        related_name="funders",
        db_constraint=False,
        db_index=False,
    )
    funder = models.ForeignKey(
        Organisation,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="services_funded",
        db_constraint=False,
    )
    name = models.CharField(_("name of the funder"), max_length=250, blank=True)

    objects = ServiceFunderQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        verbose_name = _("who pays for a service")
        ordering = ["pk"]
        triggers = [FOLLOWS_MERGES, FUNDER_FOLLOWS]
        constraints = [
            models.UniqueConstraint(
                fields=["service", "funder"], name="service_names_a_listed_funder_once"
            ),
            models.UniqueConstraint(
                "service",
                Func("name", function="plain_text"),
                name="service_names_a_funder_once",
                condition=~Q(name=""),
            ),
            models.CheckConstraint(
                name="service_funder_is_on_the_list_or_has_a_name",
                condition=(Q(funder__isnull=False) & Q(name=""))
                | (Q(funder__isnull=True) & ~Q(name="")),
            ),
        ]

    def __str__(self) -> str:
        return self.funder.name if self.funder else self.name
