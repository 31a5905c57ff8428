"""Who reads, and in which coalition: two small gates that every request passes."""

import zoneinfo
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import get_user
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts import devices
from accounts.models import Membership
from accounts.second_factors import has_shown_one, with_second_factor
from common.database.prepared import prepared
from common.editing.expired_sign_in import ask_to_sign_in, turned_away

# A menu, not a list: whoever has more coalitions finds them behind "All my coalitions".
A_MENU = 7
OPENED_LAST = "coalition"  # the cookie by which pages outside every coalition know the nearest one
GetResponse = Callable[[HttpRequest], HttpResponse]


class SignInMiddleware:
    """Notes that a sign-in is still in use, and lets a browser remember who has signed in with it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            request.session.note_use(at=timezone.now())  # type: ignore[attr-defined]
        if person := getattr(request, "came_in", None):
            devices.remember(response, request, person)
        return response


class ReaderMiddleware:
    """Language and time zone of the person, else of their browser, else of the installation."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = self.language_of(request)
        with translation.override(language), timezone.override(self.zone_of(request)):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    def language_of(self, request: HttpRequest) -> str:
        chosen = getattr(self.person_of(request), "language", "")
        return chosen or translation.get_language_from_request(request)

    def zone_of(self, request: HttpRequest) -> zoneinfo.ZoneInfo:
        return zoneinfo.ZoneInfo(
            getattr(self.person_of(request), "time_zone", "") or settings.TIME_ZONE
        )

    def person_of(self, request: HttpRequest) -> Any:
        """Nobody without a session cookie: pages for strangers need no database."""
        return request.user if settings.SESSION_COOKIE_NAME in request.COOKIES else None


class CoalitionMiddleware:
    """An address that begins with a coalition gets `request.coalition` and `request.membership`.

    Every request has one `request.today`, however late it is and wherever its reader is: the day in the
    coalition's own time zone. Outside of every coalition it is the reader's.

    Strangers are asked to sign in, whether the coalition exists or not. Signed in, a coalition that
    is not theirs answers like one that does not exist.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.coalition = request.membership = None  # type: ignore[attr-defined]
        request.today = timezone.localdate()  # type: ignore[attr-defined]
        response = self.get_response(request)
        here = request.coalition and request.coalition.slug  # type: ignore[attr-defined]
        if here and request.COOKIES.get(OPENED_LAST) != here:
            secure = settings.SESSION_COOKIE_SECURE
            response.set_cookie(OPENED_LAST, here, secure=secure, httponly=True, samesite="Lax")
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        slug = kwargs.pop("coalition", None)
        if slug is None:
            return None
        request.user = get_user(request)  # known by now: a proxy would be asked at every look
        if not request.user.is_authenticated:
            return ask_to_sign_in(request)
        memberships = _opening.ask(slug=slug, person=request.user.pk)
        if not memberships or not memberships[0].is_here:
            raise Http404(_("There is no such coalition among yours."))
        membership = memberships[0]
        membership.person = request.user
        if membership.needs_second_factor and not _has_shown_second_factor(request, membership):
            return _lead_to_second_factor(request, slug)
        request.other_memberships = memberships[1:]  # type: ignore[attr-defined]
        request.membership = membership  # type: ignore[attr-defined]
        request.coalition = membership.coalition  # type: ignore[attr-defined]
        request.today = membership.coalition.day(at=timezone.now())  # type: ignore[attr-defined]
        if not request.user.time_zone:
            timezone.activate(zoneinfo.ZoneInfo(membership.coalition.time_zone))
        return None


@prepared
def _opening(*, slug: str, person: int) -> QuerySet[Membership]:
    """The membership that opens this coalition, and before the menu's end those that open others."""
    rows = Membership.objects.opening_with(slug, person=person)
    return with_second_factor(rows)[: A_MENU + 1]


def _has_shown_second_factor(request: HttpRequest, membership: Membership) -> bool:
    """To have one is not enough: this sign-in must have used it, or be of the day it was set up."""
    return membership.has_second_factor and has_shown_one(request)  # type: ignore[attr-defined]


def _lead_to_second_factor(request: HttpRequest, slug: str) -> HttpResponse:
    return turned_away(request, reverse("accounts:second_factor_needed", args=[slug]))
