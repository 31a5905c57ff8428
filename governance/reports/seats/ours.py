"""What one organisation holds, and what one person holds: now, soon, and before."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accounts.models import Membership
from governance.models import RoleAssignment
from partners.models import Organisation


@dataclass(frozen=True)
class Held:
    """Roles on a day. `answerable` are the ids of those to which whoever looks may answer."""

    now: list[RoleAssignment]
    coming: list[RoleAssignment]
    past: list[RoleAssignment]
    answerable: frozenset[int]
    on: date

    @property
    def waiting(self) -> list[RoleAssignment]:
        """Those to which whoever looks has not said yes yet."""
        roles = self.now + self.coming
        return [one for one in roles if one.pk in self.answerable and not one.is_accepted]

    @property
    def is_empty(self) -> bool:
        return not (self.now or self.coming or self.past)


def held_by(organisation: Organisation, *, membership: Membership, on: date) -> Held:
    """What a member may read of. Two queries."""
    rows = RoleAssignment.objects.visible_to(membership).at_organisation(organisation.pk)
    return _held(rows.told(), membership, on)


def my_roles(membership: Membership, *, on: date) -> Held:
    """By the member's e-mail address, also where they come in somebody's place. Two queries."""
    rows = RoleAssignment.objects.of_coalition(membership.coalition_id)
    mine = rows.of_person(membership.person.email) | rows.delegated_to(membership.person.email)
    return _held(mine.told(), membership, on)


def _held(rows: Iterable[RoleAssignment], membership: Membership, on: date) -> Held:
    roles = list(rows)
    answerable = RoleAssignment.objects.answerable_by(membership)
    ids = answerable.filter(pk__in=[one.pk for one in roles]).order_by().ids()
    return Held(
        now=[one for one in roles if one.is_in_force(on=on)],
        coming=[one for one in roles if one.starts_on > on],
        past=[one for one in roles if one.ends_on and one.ends_on < on],
        answerable=frozenset(ids),
        on=on,
    )
