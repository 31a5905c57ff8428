"""Who wants, by their own word, what a goal serves."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from goals.reports.sharing import WHO, sharing
from goals.views.said import goal_of


@require(Permission.SEE_PARTNERS)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """`?who=prospects` asks of one kind alone; `?show=unasked` names those behind the other counts."""
    goal, asked = goal_of(request, pk), request.GET
    found = sharing(
        goal,
        request.membership,
        who=asked.get("who", ""),
        show=asked.get("show", ""),
        page=asked.get("page", ""),
    )
    return render(request, "goals/priorities.html", {"goal": goal, "found": found, "who": WHO})
