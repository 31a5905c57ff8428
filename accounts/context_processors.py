from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from accounts.models import Coalition, Membership
from accounts.permissions import Role

# A menu, not a list: whoever has more finds them behind "All my coalitions".
A_MENU = 7


@dataclass(frozen=True)
class Reader:
    """How this browser wants to be shown pages: `theme` is light, dark or empty (as the device)."""

    theme: str


def access(request: HttpRequest) -> dict[str, Any]:
    """What every page may ask: which coalition, as whom, and `may.edit_partners`."""
    membership = getattr(request, "membership", None)
    theme = request.COOKIES.get("theme", "")
    held = Role(membership.role).permissions if membership else frozenset()
    return {
        "coalition": getattr(request, "coalition", None),
        "membership": membership,
        "may": {permission.value: True for permission in held},
        "reader": Reader(theme=theme if theme in ("light", "dark") else ""),
        "has_mail_server": settings.HAS_MAIL_SERVER,
        "other_coalitions": SimpleLazyObject(lambda: _other_coalitions(request)),
    }


def _other_coalitions(request: HttpRequest) -> list[Coalition]:
    """Where else this person could go, for the menu: one query, and only if a page shows it."""
    if not request.user.is_authenticated:
        return []
    here = getattr(request, "coalition", None)
    memberships = Membership.objects.for_switching(request.user)[: A_MENU + 1]
    return [each.coalition for each in memberships if each.coalition != here][:A_MENU]
