"""What partners do when something happens beneath them."""

from typing import Any

from django.dispatch import receiver

from accounts.models import Coalition, Invitation, Membership, Person
from accounts.signals import coalition_founded, invitation_accepted
from partners import operations


@receiver(coalition_founded)
def fill_sectors(coalition: Coalition, by: Person, **_kwargs: Any) -> None:
    operations.fill_sectors(coalition, preset=coalition.sector_preset, by=by)


@receiver(invitation_accepted)
def tie_to_organisation(invitation: Invitation, membership: Membership, **_kwargs: Any) -> None:
    operations.tie_to_organisation(invitation, membership)
