"""Placing an organisation between influence and interest, moving it, and taking it off again."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from partners.models import Organisation, Stake
from partners.models.depth.stakes import LEAST, MOST


@dataclass(frozen=True)
class Placing:
    influence: int
    interest: int
    influence_reason: str = ""
    interest_reason: str = ""
    is_affected: bool = False


@transaction.atomic
def place_stake(organisation: Organisation, placing: Placing, *, by: Person, on: date) -> Stake:
    organisation = Organisation.objects.locked(organisation.pk)
    told = asdict(placing)
    stood = Stake.objects.filter(organisation=organisation).first()
    if stood and {name: getattr(stood, name) for name in told} == told:
        return stood
    with recording("stake.placed", by=by):
        return Stake.objects.update_or_create(
            coalition_id=organisation.coalition_id,
            organisation=organisation,
            defaults={**told, "placed_by": by, "placed_on": on},
        )[0]


@transaction.atomic
def move_stake(
    stake: Stake, *, influence: int, interest: int, seen: str, by: Person, on: date
) -> Stake:
    """`seen` is where it stood, as "4-2", when somebody took hold of it.

    Raises Refusal off the grid, and when somebody else has moved it meanwhile.
    """
    Organisation.objects.locked(stake.organisation_id)
    stake = Stake.objects.select_for_update(of=("self",)).get(pk=stake.pk)
    if not (LEAST <= influence <= MOST and LEAST <= interest <= MOST):
        raise Refusal(_("Both are told from 1 to 5."))
    if seen and seen != f"{stake.influence}-{stake.interest}":
        raise Refusal(
            _(
                "Somebody has moved it since you looked: influence %(influence)d, interest"
                " %(interest)d. Move it again if you still want to."
            )
            % {"influence": stake.influence, "interest": stake.interest}
        )
    if (stake.influence, stake.interest) == (influence, interest):
        return stake
    with recording("stake.moved", by=by):
        stake.influence, stake.interest = influence, interest
        stake.placed_by, stake.placed_on = by, on
        stake.save()
    return stake


@transaction.atomic
def remove_stake(organisation: Organisation, *, by: Person) -> None:
    """Off the grid; history keeps where it stood. Not there is off already."""
    with recording("stake.removed", by=by):
        Stake.objects.filter(organisation=organisation).delete()
