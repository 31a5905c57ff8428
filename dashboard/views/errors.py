"""Pages for when something is not there, not allowed, or broken: each says what to do next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.permissions import public


@public
def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "layout/form_expired.html", {"reason": reason}, status=403)


@public
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "layout/403.html", {"permission": str(exception or "")}, status=403)


@public
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "layout/404.html", status=404)


@public
def broken(request: HttpRequest) -> HttpResponse:
    return render(request, "layout/500.html", status=500)
