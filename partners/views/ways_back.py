"""Where somebody came from, so that a form which opens from any page leads back there."""

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

PAGE_OF_PARTNER = "partners/<int:pk>/"


def came_from(request: HttpRequest) -> str:
    """The page behind this one, if it is one of ours: told by the form, by htmx, or by the browser."""
    told = (
        request.POST.get("next")
        or request.GET.get("next")
        or request.headers.get("HX-Current-URL")
        or request.headers.get("Referer", "")
    )
    is_ours = url_has_allowed_host_and_scheme(
        told, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    if not told or not is_ours:
        return ""
    parts = urlsplit(told)
    address = f"{parts.path}?{parts.query}" if parts.query else parts.path
    # "https://our.host//evil.example/" is ours, and what is left of it without our host is another site.
    leads_elsewhere = not url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return "" if leads_elsewhere or parts.path == request.path else address


def sent_back_to(request: HttpRequest) -> str:
    """Where the link that opened a form, or the form itself, says that one goes afterwards; else nothing."""
    is_told = "next" in request.POST or "next" in request.GET
    return came_from(request) if is_told else ""


def partner_of_page(address: str) -> int | None:
    """The id of the partner whose page that is: their profile, their talks, their history."""
    try:
        match = resolve(urlsplit(address).path)
    except Resolver404:
        return None
    is_theirs = match.namespace == "partners" and PAGE_OF_PARTNER in match.route
    return match.kwargs.get("pk") if is_theirs else None
