"""The sections of a coalition, in the order of the masthead; each app adds its own with its work."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from accounts.permissions import Permission, Role


@dataclass(frozen=True)
class Section:
    label: str
    url: str
    icon: str
    is_current: bool


def navigation(request: HttpRequest) -> dict[str, Any]:
    membership = getattr(request, "membership", None)
    return {
        "navigation": SimpleLazyObject(lambda: list(sections(request))) if membership else [],
    }


def sections(request: HttpRequest) -> Iterator[Section]:
    held = Role(request.membership.role).permissions  # type: ignore[attr-defined]
    slug = request.coalition.slug  # type: ignore[attr-defined]
    match = request.resolver_match
    here = (match.namespace, match.url_name) if match else ("", "")

    def section(label: str, address: str, icon: str, *, is_current: bool) -> Section:
        return Section(
            label=label, url=reverse(address, args=[slug]), icon=icon, is_current=is_current
        )

    yield section(_("Today"), "dashboard:home", "today", is_current=here == ("dashboard", "home"))
    if Permission.SEE_PARTNERS in held:
        yield section(_("Partners"), "partners:list", "people", is_current=here[0] == "partners")
    if Permission.SEE_GOALS in held:
        yield section(_("Goals"), "goals:list", "goal", is_current=here[0] == "goals")
    if Permission.SEE_GOVERNANCE in held:
        yield section(
            _("How we work"), "governance:home", "meet", is_current=here[0] == "governance"
        )
    if Permission.SEE_PARTNERS in held:
        yield section(
            _("Contributions"),
            "contributions:overview",
            "gift",
            is_current=here[0] == "contributions",
        )
    if Permission.INVITE_PEOPLE in held:
        yield section(
            _("Members"), "accounts:members", "building", is_current=here[0] == "accounts"
        )
