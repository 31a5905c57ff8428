from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from accounts.middleware import A_MENU, OPENED_LAST
from accounts.models import Coalition, Membership
from accounts.permissions import Role


@dataclass(frozen=True)
class Reader:
    """How this browser wants to be shown pages: `theme` is light, dark or empty (as the device)."""

    theme: str


def access(request: HttpRequest) -> dict[str, Any]:
    """What every page may ask: which coalition, as whom, and `may.edit_partners`."""
    membership = getattr(request, "membership", None)
    others: Any = SimpleLazyObject(lambda: _other_coalitions(request))
    held = Role(membership.role).permissions if membership else frozenset()
    return {
        "coalition": getattr(request, "coalition", None),
        "membership": membership,
        "may": {permission.value: True for permission in held},
        "reader": Reader(theme=_theme(request)),
        "has_mail_server": settings.HAS_MAIL_SERVER,
        "other_coalitions": others,
        "nearest": SimpleLazyObject(lambda: _nearest(request, others)),
        "chrome": SimpleLazyObject(lambda: _chrome(request, others)),
    }


def _chrome(request: HttpRequest, others: Iterable[Coalition]) -> tuple[object, ...]:
    """All that the frame of a page depends on but its address: pieces of it are drawn once for each.

    See common.templatetags.drawn. What the frame shows besides must be added here.
    """
    person, membership = request.user, getattr(request, "membership", None)
    coalition = getattr(request, "coalition", None)
    return (
        person.pk,
        str(person),
        membership and membership.role,
        coalition
        and (
            coalition.pk,
            coalition.slug,
            coalition.name,
            coalition.brief_name,
            coalition.tagline,
        ),
        tuple((other.slug, other.name) for other in others),
        getattr(_nearest(request, others), "slug", ""),
        _theme(request),
    )


def _nearest(request: HttpRequest, others: Iterable[Coalition]) -> Coalition | None:
    """Where the palette finds: this page's coalition, else the one opened last here, else any of theirs."""
    here = getattr(request, "coalition", None)
    opened_last = request.COOKIES.get(OPENED_LAST)
    return here or max(others, key=lambda each: each.slug == opened_last, default=None)


def _theme(request: HttpRequest) -> str:
    theme = request.COOKIES.get("theme", "")
    return theme if theme in ("light", "dark") else ""


def _other_coalitions(request: HttpRequest) -> list[Coalition]:
    """Where else this person could go, for the menu. Inside a coalition the middleware has asked already."""
    if not request.user.is_authenticated:
        return []
    others = getattr(request, "other_memberships", None)
    if others is None:
        others = Membership.objects.for_switching(request.user)[:A_MENU]
    return [each.coalition for each in others]
