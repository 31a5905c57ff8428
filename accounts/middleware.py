"""Who reads, and in which coalition: two small gates that every request passes."""

import zoneinfo
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import Membership
from common.kept import keep

GetResponse = Callable[[HttpRequest], HttpResponse]


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

    Strangers are asked to sign in, whether the coalition exists or not. Signed in, a coalition that
    is not theirs answers like one that does not exist.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.coalition = request.membership = None  # type: ignore[attr-defined]
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        slug = kwargs.pop("coalition", None)
        if slug is None:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(keep(request))
        membership = Membership.objects.for_switching(request.user).in_coalition(slug).first()
        if membership is None:
            raise Http404(_("There is no such coalition among yours."))
        membership.person = request.user
        request.membership = membership  # type: ignore[attr-defined]
        request.coalition = membership.coalition  # type: ignore[attr-defined]
        if not request.user.time_zone:
            timezone.activate(zoneinfo.ZoneInfo(membership.coalition.time_zone))
        return None
