from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from accounts.middleware import A_MENU
from accounts.models import Coalition, Membership
from accounts.permissions import Role


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
    """Where else this person could go, for the menu. Inside a coalition the middleware has asked already."""
    if not request.user.is_authenticated:
        return []
    others = getattr(request, "other_memberships", None)
    if others is None:
        others = Membership.objects.for_switching(request.user)[:A_MENU]
    return [each.coalition for each in others]
