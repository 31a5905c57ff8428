"""What must be seen to for the whole coalition, who holds it, and what nobody holds."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from accounts.models import Membership
from accounts.permissions import Permission
from governance.models import Function, RoleAssignment
from partners.models import Contact


@dataclass(frozen=True)
class Holder:
    """One who holds, held or will hold a function; the address only for who may see addresses."""

    role: RoleAssignment
    organisation: str
    person: str
    email: str

    @property
    def who(self) -> str:
        return self.person or self.organisation


@dataclass(frozen=True)
class FunctionLine:
    function: Function
    holders: list[Holder]
    coming: list[Holder]
    past: list[Holder]

    @property
    def is_empty(self) -> bool:
        return not self.holders

    @property
    def needs_somebody(self) -> bool:
        return self.is_empty and self.function.is_required


@dataclass(frozen=True)
class Functions:
    current: list[FunctionLine]
    retired: list[FunctionLine]

    @property
    def empty(self) -> list[FunctionLine]:
        return [line for line in self.current if line.needs_somebody]

    @property
    def lacks_usual(self) -> bool:
        """Whether one of the usual seven is not on the list."""
        kinds = {line.function.kind for line in self.current}
        return bool(set(Function.Kind) - kinds - {Function.Kind.OTHER})


def functions_for(membership: Membership, *, on: date) -> Functions:
    """In two queries, with everybody who ever held one."""
    held: dict[int, list[RoleAssignment]] = defaultdict(list)
    roles = RoleAssignment.objects.of_coalition(membership.coalition_id).of_functions()
    for role in roles.with_holders():
        held[role.function_id or 0].append(role)
    functions = Function.objects.of_coalition(membership.coalition_id)
    lines = [
        _line(one, [_holder(role, membership) for role in held[one.pk]], on) for one in functions
    ]
    return Functions(
        current=[line for line in lines if not line.function.retired_on],
        retired=[line for line in lines if line.function.retired_on],
    )


def _line(function: Function, told: list[Holder], on: date) -> FunctionLine:
    return FunctionLine(
        function=function,
        holders=[one for one in told if one.role.is_in_force(on=on)],
        coming=[one for one in told if one.role.starts_on > on],
        past=[one for one in told if one.role.ends_on and one.role.ends_on < on],
    )


def _holder(role: RoleAssignment, membership: Membership) -> Holder:
    """With their address only for who may see addresses, and only while they are there."""
    person: Contact | None = role.contact
    is_shown = membership.may(Permission.SEE_CONTACT_DETAILS)
    return Holder(
        role=role,
        organisation=role.organisation.name,
        person=person.name if person else "",
        email=person.email if person and is_shown and person.left_on is None else "",
    )
