"""What was changed in a goal, and the way back."""

from urllib.parse import urlsplit
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import resolve
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.permissions import Permission, require
from common.refusal import Refusal
from goals.models import Goal
from goals.operations import changes as operations
from goals.reports.changes import SHOWN, changes_of
from goals.views.goals import all_goals
from goals.views.said import goal_of
from partners.views.ways_back import came_from


@require(Permission.SEE_HISTORY)
@require_GET
def browse(request: HttpRequest, pk: int) -> HttpResponse:
    goal = goal_of(request, pk)
    page = {"goal": goal, "lines": changes_of(goal), "most": SHOWN}
    return render(request, "goals/changes.html", page)


@require(Permission.SEE_GOALS)
@require_POST
def undo(request: HttpRequest, change: UUID) -> HttpResponse:
    """Who keeps the goals takes back any change of them; everybody else what they have done themselves."""
    by = None if request.membership.may(Permission.EDIT_GOALS) else request.user
    if not operations.is_change_of_goals(request.coalition, change=change, by=by):
        raise Http404(_("There is no such change here."))
    try:
        operations.undo(change, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        messages.success(request, _("That is taken back."))
    return redirect(_where_from(request))


def _where_from(request: HttpRequest) -> str:
    """The page with the button, unless it was one of a goal that is there no more."""
    page = came_from(request)
    told = resolve(urlsplit(page).path) if page else None
    if told is None or told.namespace != "goals":
        return page or all_goals(request)
    goals = Goal.objects.of_coalition(request.coalition.pk)
    is_gone = "goals/<int:pk>/" in told.route and not goals.has(told.kwargs["pk"])
    return all_goals(request) if is_gone else page
