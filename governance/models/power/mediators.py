"""Neutral third parties who can be called when two partners cannot settle something by themselves."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import EMPTY, MASKED, holds
from partners.models import Organisation
from partners.models.merged import FOLLOWS_MERGES
from partners.models.parts import PartOfOrganisation


class MediatorQuerySet(models.QuerySet["Mediator"]):
    def of_coalition(self, coalition: int) -> "MediatorQuerySet":
        return self.filter(coalition=coalition)

    def current(self) -> "MediatorQuerySet":
        return self.filter(retired_on__isnull=True)

    def retired(self) -> "MediatorQuerySet":
        return self.filter(retired_on__isnull=False)

    def told(self) -> "MediatorQuerySet":
        """With the organisations in which each has an interest."""
        return self.select_related("organisation").prefetch_related("interests__organisation")


@holds(
    personal={"name": MASKED, "reach": EMPTY, "email": EMPTY},
    address="email",
    free=["languages", "good_at", "fees"],
    plain=["organisation", "retired_on"],
)
@tracked()
class Mediator(CoalitionOwned):
    """A person or an organisation that helps to settle a conflict and takes no side."""

    name = models.CharField(
        _("name"), max_length=160, help_text=_("Of the person, or of the organisation.")
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("works at, or is, the partner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="mediators",
        db_constraint=False,
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    reach = models.CharField(
        _("how else to reach them"),
        max_length=300,
        blank=True,
        help_text=_("Phone, web page, hours, who introduces you."),
    )
    languages = models.CharField(_("languages"), max_length=200, blank=True)
    good_at = models.TextField(_("what they are good at"), max_length=1000, blank=True)
    fees = models.CharField(_("what it costs"), max_length=300, blank=True)
    retired_on = models.DateField(null=True, blank=True)

    objects = MediatorQuerySet.as_manager()

    TOLD_AS = "name"

    class Meta:
        ordering = ["name", "pk"]
        triggers = [FOLLOWS_MERGES]
        indexes = [
            models.Index(fields=["coalition", "organisation"], name="mediator_by_organisation")
        ]
        constraints = [
            models.UniqueConstraint(fields=["coalition", "id"], name="mediator_of_coalition"),
            models.CheckConstraint(name="mediator_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_retired(self) -> bool:
        return self.retired_on is not None


class MediatorInterestQuerySet(models.QuerySet["MediatorInterest"]):
    def of_coalition(self, coalition: int) -> "MediatorInterestQuerySet":
        return self.filter(coalition=coalition)


@holds(free=["words"], plain=["mediator", "organisation"])
@tracked()
class MediatorInterest(PartOfOrganisation):
    """Something that ties a mediator to an organisation, so that they are not neutral where it is a party."""

    mediator = models.ForeignKey(
        Mediator,
        on_delete=models.CASCADE,
        related_name="interests",
        db_constraint=False,
        db_index=False,
    )
    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="mediator_interests",
        db_constraint=False,
    )
    words = models.CharField(
        _("what ties them"), max_length=300, help_text=_("“Was on their board until 2023”.")
    )

    objects = MediatorInterestQuerySet.as_manager()

    TOLD_AS = "mediator__name"

    class Meta(PartOfOrganisation.Meta):
        ordering = ["pk"]
        indexes = [
            *PartOfOrganisation.Meta.indexes,
            models.Index(fields=["coalition", "mediator"], name="mediator_interest_by_whom"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["mediator", "organisation"], name="mediator_interest_is_told_once"
            ),
            models.CheckConstraint(name="mediator_interest_is_told", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return f"{self.mediator} – {self.organisation}"
