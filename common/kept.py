"""What somebody sent after their sign-in had expired comes back when they have signed in again.

Only forms that we issued to a person are kept (their signed mark names the person), for an hour, and only
that person gets them back. While Redis is away the web process that took the form alone has it; the draft
in their browser remains.
"""

import secrets
from collections.abc import Mapping

from django.conf import settings
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, resolve_url
from django.utils.http import urlencode

AN_HOUR = 60 * 60
LONGEST = 200_000  # characters; the longest form of ours has a tenth of it
PARAMETER = "kept"
ISSUED = "form-issued"  # the salt of every mark
MARKS = ("opened", "form_key")  # the fields that carry a mark


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
    address = request.get_full_path()
    person = issued_to(request.POST) if request.method == "POST" else None
    typed = request.POST.urlencode()
    if person is None or len(typed) > LONGEST:
        return address
    key = secrets.token_urlsafe(16)
    cache.set(f"kept:{key}", [person, request.path, typed], AN_HOUR)
    return f"{request.path}?{PARAMETER}={key}"


def ask_to_sign_in(request: HttpRequest) -> HttpResponseRedirect:
    """To the sign-in page, and from there back to where they were, with what they had typed."""
    asking = resolve_url(settings.LOGIN_URL)
    return redirect(f"{asking}?{urlencode({'next': keep(request)})}")


def typed(request: HttpRequest) -> QueryDict | None:
    """What a form is filled with: what is being sent, or what came back after signing in."""
    return request.POST if request.method == "POST" else kept(request)


def kept(request: HttpRequest) -> QueryDict | None:
    """What this person sent to this address before they had to sign in again."""
    key = request.GET.get(PARAMETER, "")
    if request.method != "GET" or not key:
        return None
    person, path, typed = cache.get(f"kept:{key}") or (None, "", "")
    is_theirs = person is not None and person == request.user.pk and path == request.path
    return QueryDict(typed, mutable=True) if is_theirs else None
