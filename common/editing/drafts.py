"""Tells a browser which form was saved, so that it drops the draft of that one and of no other.

Any other page may follow a form that never arrived: one of a proxy, or one that somebody opened meanwhile.
"""

from collections.abc import Callable

from django.conf import settings
from django.contrib.messages import WARNING
from django.http import HttpRequest, HttpResponse

from common.editing.expired_sign_in import AN_HOUR, mark_of

COOKIE = "saved"
# The end of a form's mark, a part of its signature, tells it from all others; drafts.js takes as much.
TELLING = 20


class SavedMiddleware:
    """Stands within the messages, because a form that was refused with one has not been saved."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if (
            request.method == "POST"
            and (mark := mark_of(request.POST))
            and is_saved(request, response)
        ):
            secure = settings.SESSION_COOKIE_SECURE
            response.set_cookie(COOKIE, mark[-TELLING:], AN_HOUR, secure=secure, samesite="Lax")
        return response


def is_saved(request: HttpRequest, response: HttpResponse) -> bool:
    """What is done leads on; a form with mistakes, a question, a refusal or an error does not."""
    leads_on = 300 <= response.status_code < 400  # noqa: PLR2004 - every redirect there is
    return leads_on and not getattr(request, "is_turned_away", False) and not _is_refused(request)


def _is_refused(request: HttpRequest) -> bool:
    said = request._messages._queued_messages  # type: ignore[attr-defined]  # noqa: SLF001 - to read them would take them off
    return any(message.level >= WARNING for message in said)
