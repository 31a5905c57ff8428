"""Who works with whom, on one picture; the table beneath it says the same."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from partners.reports.network.network import TooMany, network_of
from partners.reports.network.page import marks_for, network_page
from partners.reports.network.picture import picture
from partners.reports.network.question import Question
from partners.reports.network.trend import trend


@require(Permission.SEE_PARTNERS)
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    question = Question.of(request.GET, on=request.today)
    shown = {
        "map": network_page(request.GET, question, membership=request.membership),
        "picture_url": narrowed(request, "partners:network_picture"),
        "trend_url": narrowed(request, "partners:network_trend"),
    }
    return render(request, "partners/network/map.html", shown)


def narrowed(request: HttpRequest, name: str) -> str:
    """Another page about the same part of the network."""
    told = request.GET.copy()
    for name_of_order in ("page", "pairs", "sort"):
        told.pop(name_of_order, None)
    return f"{reverse(name, args=[request.coalition.slug])}?{told.urlencode()}"


@require(Permission.SEE_PARTNERS)
@require_GET
def over_time(request: HttpRequest) -> HttpResponse:
    """The figures now, and on the evenings before each half-year."""
    question = Question.of(request.GET, on=request.today)
    page = network_page(request.GET, question, membership=request.membership)
    measured = page.measures
    told = trend(question, request.membership, now=measured) if measured else None
    return render(request, "partners/network/over_time.html", {"map": page, "trend": told})


@require(Permission.SEE_PARTNERS)
@require_GET
def draw(request: HttpRequest) -> JsonResponse:
    """What the chart draws, apart from the page: at 2,000 partners it is larger than the page."""
    question = Question.of(request.GET, on=request.today)
    try:
        found = network_of(question, membership=request.membership)
    except TooMany as most:
        return JsonResponse({"most": most.args[0]}, status=422)
    marks = marks_for(question, membership=request.membership)
    answer = JsonResponse(picture(found, marks, slug=request.coalition.slug))
    answer["Cache-Control"] = "private, no-cache"
    return answer
