"""After signing in again: nobody lands on nothing, and whatever was typed is given back.

A form that has a page at its own address is filled there (`common.editing.expired_sign_in.kept`). Most
buttons and small forms have none: what they had sent is shown, to be sent once more with one press. What
nobody can be told to have sent is not kept; whoever pressed that is led back to where they pressed, and told
that it was not done.
"""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from common.editing import expired_sign_in

BAD_REQUEST, NOT_ALLOWED = 400, 405


class ComingBackMiddleware:
    """Answers where the address itself has no answer to somebody who comes back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not expired_sign_in.is_back(request) or not request.user.is_authenticated:
            return _in_words(request, self.get_response(request))
        words = expired_sign_in.sent_before(request)
        if words is None:
            said = _("You had been signed out, so this was not done. Please do it once more.")
            messages.warning(request, said)
        response = self.get_response(request)
        if words is None:
            is_page = response.status_code != NOT_ALLOWED
            return (
                response
                if is_page
                else redirect(expired_sign_in.page_behind(request) or _home(request))
            )
        return response if _is_answered(request, response) else _given_back(request, words)


def _is_answered(request: HttpRequest, response: HttpResponse) -> bool:
    """Filled into its form; or there is none for them, and what they sent would not be taken either."""
    if getattr(request, "is_given_back", False) or getattr(request, "is_turned_away", False):
        return True
    return response.status_code >= BAD_REQUEST and response.status_code != NOT_ALLOWED


def _given_back(request: HttpRequest, words: QueryDict) -> HttpResponse:
    page = {
        "address": expired_sign_in.own_address(request),
        "sent": [(name, value) for name, values in words.lists() for value in values],
        "typed": expired_sign_in.in_words(words),
        "behind": expired_sign_in.page_behind(request) or _home(request),
    }
    return render(request, "common/send_again.html", page)


def _in_words(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """An address that does not take what it got says so, instead of showing an empty page."""
    if response.status_code != NOT_ALLOWED or request.method == "HEAD":
        return response
    page = render(request, "405.html", status=NOT_ALLOWED)
    page["Allow"] = response["Allow"]
    return page


def _home(request: HttpRequest) -> str:
    coalition = getattr(request, "coalition", None)
    return coalition.get_absolute_url() if coalition else "/"
