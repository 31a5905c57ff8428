"""What somebody sent after their sign-in had expired comes back when they have signed in again.

Only forms that we issued to a person are kept (their signed mark names the person), for an hour, and only
that person gets them back. While Redis is away the web process that took the form alone has it; the draft
in their browser remains. Of all else that was pressed only the page is kept on which it was pressed.
"""

import secrets
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django_htmx.http import HttpResponseClientRedirect

AN_HOUR = 60 * 60
LONGEST = 200_000  # characters; the longest form of ours has a tenth of it
LONGEST_ADDRESS = 2_000  # characters, of the page behind
PARAMETER = "kept"
NOTHING = "-"  # was kept: they are told so, and a stranger leaves nothing behind
ISSUED = "form-issued"  # the salt of every mark
MARKS = ("opened", "form_key")  # the fields that carry a mark
# What a form sends along and nobody typed: where they were in it, and which button they pressed.
UNTYPED = frozenset({"csrfmiddlewaretoken", "page", "shown", "do", *MARKS})


class Sent(NamedTuple):
    """What was sent to an address: by whom, as far as it says so, and from which page."""

    person: int | None
    path: str
    typed: str
    page: str


def mark_of(data: Mapping[str, str]) -> str:
    """The mark that a form carries; empty for one without."""
    return next((data[name] for name in MARKS if data.get(name)), "")


def issued_to(data: Mapping[str, str]) -> int | None:
    """The id of the person to whom we gave the form that sent this, as far as it says so."""
    for name in MARKS:
        try:
            return int(signing.loads(data.get(name, ""), salt=ISSUED)["person"])
        except (signing.BadSignature, KeyError, TypeError, ValueError):
            continue
    return None


def keep(request: HttpRequest) -> str:
    """The address to return to after signing in, with what was sent kept behind it."""
    if request.method != "POST":
        return request.get_full_path()
    person, typed = issued_to(request.POST), request.POST.urlencode()
    if person is None or len(typed) > LONGEST:
        person, typed = None, ""
    page = _page_of(request)
    if person is None and not page:
        return _address(request, **{PARAMETER: NOTHING})
    key = secrets.token_urlsafe(16)
    cache.set(f"kept:{key}", tuple(Sent(person, request.path, typed, page)), AN_HOUR)
    return _address(request, **{PARAMETER: key})


def _page_of(request: HttpRequest) -> str:
    """The page of ours on which it was pressed; empty if the browser does not tell."""
    page = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()})
    if not is_ours or len(page) > LONGEST_ADDRESS:
        return ""
    return urlsplit(page)._replace(scheme="", netloc="", fragment="").geturl()


def _address(request: HttpRequest, **more: str) -> str:
    """The address as it was asked for, with its query, but what an earlier time had kept behind it."""
    query = request.GET.copy()
    query.pop(PARAMETER, None)
    query.update(more)
    return f"{request.path}?{query.urlencode()}" if query else request.path


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """To the sign-in page, and from there back to where they were, with what they had typed."""
    is_piece = bool(getattr(request, "htmx", False))
    back = request.htmx.current_url_abs_path if is_piece else keep(request)  # type: ignore[attr-defined]
    asking = resolve_url(settings.LOGIN_URL)
    return turned_away(request, f"{asking}?{urlencode({'next': back or '/'})}")


def turned_away(request: HttpRequest, page: str) -> HttpResponse:
    """To a page on which something must be done first: the whole page, also where a piece was asked for."""
    request.is_turned_away = True  # type: ignore[attr-defined]
    is_piece = bool(getattr(request, "htmx", False))
    return HttpResponseClientRedirect(page) if is_piece else redirect(page)


def typed(request: HttpRequest) -> QueryDict | None:
    """What a form is filled with: what is being sent, or what came back after signing in."""
    return request.POST if request.method == "POST" else kept(request)


def kept(request: HttpRequest) -> QueryDict | None:
    """What this person sent to this address before they had to sign in again, for its form to show."""
    words = sent_before(request)
    request.is_given_back = words is not None  # type: ignore[attr-defined]
    return words


def is_back(request: HttpRequest) -> bool:
    """Whether this is where somebody comes after signing in, because they had sent something here."""
    return request.method == "GET" and bool(request.GET.get(PARAMETER))


def sent_before(request: HttpRequest) -> QueryDict | None:
    """The same, for a page that only asks whether there is something."""
    sent = _stored(request)
    is_theirs = sent.person is not None and sent.person == request.user.pk
    is_here = is_theirs and sent.path == request.path
    return QueryDict(sent.typed, mutable=True) if is_here else None


def page_behind(request: HttpRequest) -> str:
    """The page on which it was pressed, unless that is this very address; empty if it is not known."""
    page = _stored(request).page
    return "" if urlsplit(page).path == request.path else page


def own_address(request: HttpRequest) -> str:
    """Where it was sent, with its query, for it to be sent there once more."""
    return _address(request)


def in_words(sent: QueryDict) -> list[tuple[str, str]]:
    """What was in a form, with the names of its fields in words: ("Contact name", "Marisol")."""
    return [
        (name.replace("_", " ").capitalize(), value)
        for name, values in sent.lists()
        for value in values
        if value.strip() and name not in UNTYPED
    ]


def _stored(request: HttpRequest) -> Sent:
    key = request.GET.get(PARAMETER, "") if is_back(request) else ""
    return Sent(*((key and cache.get(f"kept:{key}")) or (None, "", "", "")))
