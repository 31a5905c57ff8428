"""Figures and tables about people."""

from dataclasses import dataclass
from typing import Any

from accounts.permissions import Permission, Role


@dataclass(frozen=True)
class PermissionRow:
    """One permission, and for each role in order whether it holds it."""

    label: Any
    held: list[bool]


@dataclass(frozen=True)
class PermissionsTable:
    roles: list[Role]
    rows: list[PermissionRow]


def permissions_table() -> PermissionsTable:
    """What each role may do, as accounts/permissions.py says it: never written down twice."""
    roles = list(Role)
    rows = [
        PermissionRow(permission.label, [permission in role.permissions for role in roles])
        for permission in Permission
    ]
    return PermissionsTable(roles, rows)
