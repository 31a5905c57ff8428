"""For which goal a partner is here: what ties its “why here” to what we aim for."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership, Person
from common.history.tracking import tracked
from common.personal.fields import holds
from goals.models.goals import Goal
from partners.models import Organisation
from partners.models.parts import PartOfOrganisation


class HereForQuerySet(models.QuerySet["HereFor"]):
    def of(self, organisation: int) -> "HereForQuerySet":
        return self.filter(organisation=organisation).select_related("goal__coalition", "said_by")

    def of_coalition(self, coalition: int) -> "HereForQuerySet":
        return self.filter(coalition=coalition)

    def visible_to(self, membership: Membership) -> "HereForQuerySet":
        seen = Organisation.objects.visible_to(membership)
        return self.filter(
            coalition=membership.coalition_id, organisation__in=seen.order_by().values("pk")
        )

    def goal_ids(self) -> list[int]:
        return list(self.order_by("goal").values_list("goal", flat=True))

    def in_running_goals(self) -> "HereForQuerySet":
        return self.filter(goal__ended_on__isnull=True)


@holds(people=["said_by"], plain=["organisation", "goal", "said_on", "is_own_hand"])
@tracked()
class HereFor(PartOfOrganisation):
    """One partner is here for one goal."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.CASCADE,
        related_name="here_for",
        db_constraint=False,
        db_index=False,
    )
    goal = models.ForeignKey(
        Goal, on_delete=models.PROTECT, related_name="here_for", db_constraint=False
    )
    said_on = models.DateField()
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    is_own_hand = models.BooleanField(
        default=False, help_text=_("They said so themselves, signed in for themselves.")
    )

    objects = HereForQuerySet.as_manager()

    TOLD_AS = "organisation__name"

    class Meta(PartOfOrganisation.Meta):
        ordering = ["pk"]
        indexes = [
            *PartOfOrganisation.Meta.indexes,
            models.Index(fields=["coalition", "goal"], name="here_for_by_goal"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "goal"], name="partner_is_here_for_a_goal_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.goal)
