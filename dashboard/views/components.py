from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.permissions import public
from dashboard.specimens import specimens


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
