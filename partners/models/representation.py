from django.db import models
from django.db.models import Q

from accounts.models import CoalitionOwned
from common.history import tracked
from partners.models.organisations import Organisation


@tracked()
class Representation(CoalitionOwned):
    """A person who may sign in for an organisation: invited first, a membership once accepted."""

    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, related_name="representations"
    )
    invitation = models.OneToOneField(
        "accounts.Invitation", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    membership = models.ForeignKey(
        "accounts.Membership",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="representations",
    )

    class Meta:
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
