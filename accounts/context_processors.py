from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from accounts.permissions import Role


@dataclass(frozen=True)
class Reader:
    """How this browser wants to be shown pages: `theme` is light, dark or empty (as the device)."""

    theme: str


def access(request: HttpRequest) -> dict[str, Any]:
    """What every page may ask: which coalition, as whom, and `may.edit_partners`."""
    membership = getattr(request, "membership", None)
    held = Role(membership.role).permissions if membership else frozenset()
    return {
        "coalition": getattr(request, "coalition", None),
        "membership": membership,
        "may": {permission.value: True for permission in held},
        "reader": Reader(theme=request.COOKIES.get("theme", "")),
    }
