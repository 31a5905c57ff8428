"""The bench: which roles are key, who holds them, and who could take over."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from accounts.models import Membership
from governance.models import Deputy, KeyRole, Ready, RoleAssignment


@dataclass(frozen=True)
class KeyRoleLine:
    """One key role as it stands on a day."""

    role: KeyRole
    holders: list[RoleAssignment] = field(default_factory=list)
    deputies: list[Deputy] = field(default_factory=list)

    @property
    def is_covered(self) -> bool:
        """At least one deputy has said yes and could take over today."""
        return any(one.is_ready_now for one in self.deputies)

    @property
    def is_vacant(self) -> bool:
        return not self.holders

    def ready(self, when: str) -> list[Deputy]:
        """Those who could by then, also who has not answered; not who has said no."""
        return [
            one for one in self.deputies if one.ready == when and one.willing != Deputy.Willing.NO
        ]

    @property
    def cells(self) -> list[tuple[str, list[Deputy]]]:
        """The row of the picture: for each time, who could."""
        return [(when, self.ready(when)) for when in Ready.values]

    @property
    def declined(self) -> list[Deputy]:
        return [one for one in self.deputies if one.willing == Deputy.Willing.NO]


@dataclass(frozen=True)
class Bench:
    """All key roles that the reader may see, those that need someone first among equally urgent ones."""

    lines: list[KeyRoleLine]

    @property
    def total(self) -> int:
        return len(self.lines)

    @property
    def covered(self) -> list[KeyRoleLine]:
        return [line for line in self.lines if line.is_covered]

    @property
    def open(self) -> list[KeyRoleLine]:
        return [line for line in self.lines if not line.is_covered]

    @property
    def ratio(self) -> float | None:
        """Key roles with a deputy who is willing and ready now, as a share of all key roles, 0 to 1.

        None without key roles: not enough data.
        """
        return len(self.covered) / self.total if self.lines else None

    @property
    def percent(self) -> int | None:
        return None if self.ratio is None else round(self.ratio * 100)


def bench_for(membership: Membership, *, on: date) -> Bench:
    """In three queries."""
    roles = list(KeyRole.objects.visible_to(membership).current().in_order())
    lines = lines_of(roles, on=on)
    soonest = list(dict.fromkeys(line.role.hurts for line in lines))
    return Bench(sorted(lines, key=lambda line: (soonest.index(line.role.hurts), line.is_covered)))


def lines_of(roles: Iterable[KeyRole], *, on: date) -> list[KeyRoleLine]:
    """The roles with their holders of that day and their deputies, in the order given."""
    roles = list(roles)
    lines = {role.pk: KeyRoleLine(role) for role in roles}
    for deputy in Deputy.objects.filter(key_role__in=lines).current().best_first():
        lines[deputy.key_role_id].deputies.append(deputy)
    holding = _holding(roles, on=on)
    for line in lines.values():
        line.holders.extend(holding.get((line.role.seat_id, line.role.function_id), ()))
    return list(lines.values())


def _holding(
    roles: list[KeyRole], *, on: date
) -> dict[tuple[int | None, int | None], list[RoleAssignment]]:
    """By seat and function, of which each has one."""
    seats = [role.seat_id for role in roles if role.seat_id]
    functions = [role.function_id for role in roles if role.function_id]
    rows = RoleAssignment.objects.filter(Q(seat__in=seats) | Q(function__in=functions))
    found: dict[tuple[int | None, int | None], list[RoleAssignment]] = {}
    for one in rows.in_force(on=on).with_holders().order_by("starts_on", "pk"):
        found.setdefault((one.seat_id, one.function_id), []).append(one)
    return found
