"""Finding, going and doing: one address for the command palette and for the page without a script."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET
from django.views.decorators.vary import vary_on_headers

from accounts.context_processors import A_MENU
from accounts.permissions import Permission, require
from dashboard.palette.finding import palette

LONGEST = 200  # characters; the rest of a text pasted by mistake is not looked for


@require(Permission.SEE_COALITION)
@require_GET
@vary_on_headers("HX-Request")
def search(request: HttpRequest) -> HttpResponse:
    shown = palette(request.GET.get("q", "")[:LONGEST], membership=request.membership)
    template = "dashboard/palette.html" if request.htmx else "dashboard/search.html"
    # The menu asks for the other coalitions too: what was read once serves both.
    page = {"palette": shown, "other_coalitions": shown.coalitions[:A_MENU]}
    return render(request, template, page)
