from django.db import models
from django.db.models import Q

from accounts.models import CoalitionOwned
from common.history.tracking import tracked
from common.personal.fields import holds
from partners.models.merged import FOLLOWS_MERGES
from partners.models.organisations import Organisation


class RepresentationQuerySet(models.QuerySet["Representation"]):
    def shown_for(self, organisation: Organisation | int) -> "RepresentationQuerySet":
        """All but withdrawn offers, with the people that they name."""
        withdrawn = Q(membership__isnull=True, invitation__withdrawn_at__isnull=False)
        rows = self.filter(organisation=organisation).exclude(withdrawn)
        return rows.select_related("invitation", "membership__person").order_by("pk")


@holds(
    plain=["organisation", "invitation", "membership"],
    about={"accounts.Person": "membership__person"},
)
@tracked()
class Representation(CoalitionOwned):
    """A person who may sign in for an organisation: invited first, a membership once accepted."""

    organisation = models.ForeignKey(
        Organisation,
        on_delete=models.PROTECT,
        related_name="representations",
        db_constraint=False,
        db_index=False,
    )
    invitation = models.OneToOneField(
        "accounts.Invitation",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        db_constraint=False,
    )
    membership = models.ForeignKey(
        "accounts.Membership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="representations",
        db_constraint=False,
    )

    objects = RepresentationQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["coalition", "organisation"])]
        triggers = [FOLLOWS_MERGES]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "membership"], name="representation_is_told_once"
            ),
            models.CheckConstraint(
                name="representation_comes_from_an_invitation_or_a_membership",
                condition=Q(invitation__isnull=False) | Q(membership__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership or self.invitation} – {self.organisation}"
