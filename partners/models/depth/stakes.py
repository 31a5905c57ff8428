"""How much an organisation can move the work, and how much the work moves it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Person
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.parts import PartOfOrganisation

LEAST, MOST = 1, 5
LEVELS = [
    (1, _("1, very little")),
    (2, _("2, little")),
    (3, _("3, some")),
    (4, _("4, much")),
    (5, _("5, very much")),
]


class StakeQuerySet(models.QuerySet["Stake"]):
    def of_coalition(self, coalition: int) -> "StakeQuerySet":
        return self.filter(coalition=coalition)

    def placed_of(self, organisation: int) -> "Stake | None":
        return self.filter(organisation=organisation).first()

    def placed(self, membership: Membership) -> "StakeQuerySet":
        """Of organisations that are still on the list, with who placed each, by name."""
        rows = self.filter(
            coalition=membership.coalition_id,
            organisation__merged_into__isnull=True,
            organisation__retired_on__isnull=True,
        )
        told = rows.select_related("organisation", "placed_by")
        return told.order_by("organisation__sort_name", "pk")


@holds(
    people=["placed_by"],
    free=["influence_reason", "interest_reason"],
    plain=["organisation", "influence", "interest", "is_affected", "placed_on"],
)
@tracked()
class Stake(PartOfOrganisation):
    """Where an organisation stands between influence and interest, by whose judgement."""

    influence = models.PositiveSmallIntegerField(
        _("influence"), choices=LEVELS, help_text=_("How much they can help or hinder the work.")
    )
    influence_reason = models.CharField(_("why this influence"), max_length=300, blank=True)
    interest = models.PositiveSmallIntegerField(
        _("interest"), choices=LEVELS, help_text=_("How much they care how it turns out.")
    )
    interest_reason = models.CharField(_("why this interest"), max_length=300, blank=True)
    is_affected = models.BooleanField(
        _("affected by the work"),
        default=False,
        help_text=_("What we do changes their life or their work, whether they take part or not."),
    )
    placed_by = models.ForeignKey(
        Person, verbose_name=_("placed by"), on_delete=models.PROTECT, related_name="+"
    )
    placed_on = models.DateField(_("placed on"))

    objects = StakeQuerySet.as_manager()

    class Meta(PartOfOrganisation.Meta):
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["organisation"], name="stake_is_one_per_organisation"),
            models.CheckConstraint(
                name="stake_influence_is_from_1_to_5",
                condition=Q(influence__gte=LEAST, influence__lte=MOST),
            ),
            models.CheckConstraint(
                name="stake_interest_is_from_1_to_5",
                condition=Q(interest__gte=LEAST, interest__lte=MOST),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.influence} × {self.interest}"
