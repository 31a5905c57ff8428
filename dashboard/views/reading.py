"""How this browser wants to be shown pages: light or dark, and in which language."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from accounts.permissions import public
from dashboard.specimens import specimens

A_YEAR = 60 * 60 * 24 * 365


@public
@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    response = back(request)
    chosen = request.POST.get("theme", "")
    if chosen in ("light", "dark"):
        keep(response, "theme", chosen)
    else:
        response.delete_cookie("theme")
    return response


@public
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    response = back(request)
    chosen = request.POST.get("language", "")
    if chosen not in dict(settings.LANGUAGES):
        return response
    if request.user.is_authenticated:
        request.user.language = chosen
        request.user.save(update_fields=["language"])
    keep(response, settings.LANGUAGE_COOKIE_NAME, chosen)
    return response


@public
@require_GET
def components(request: HttpRequest) -> HttpResponse:
    """Every piece of the look in its usual states, for whoever builds a page."""
    shown = specimens(
        sectors=request.GET.getlist("sector"),
        sort=request.GET.get("sort", "name"),
        page=request.GET.get("page", "3"),
    )
    return render(request, "dashboard/components.html", shown)


def back(request: HttpRequest) -> HttpResponseRedirect:
    """To the page that the form was on, but never to another site."""
    page = request.POST.get("next", "/")
    is_ours = url_has_allowed_host_and_scheme(page, {request.get_host()}, request.is_secure())
    return HttpResponseRedirect(page if is_ours else "/")


def keep(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(
        name, value, max_age=A_YEAR, samesite="Lax", secure=settings.IS_HTTPS, httponly=True
    )
