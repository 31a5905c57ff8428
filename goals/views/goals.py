"""The goals of the coalition: all of them, one, setting, changing, ending and taking up again."""

from copy import copy
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import shown
from goals.forms.goals import EndForm, GoalForm
from goals.models import CARRIED, Goal
from goals.operations import goals as operations
from goals.reports.goal_page import goal_page
from goals.reports.listing import CONDITIONS, UNANSWERED, listing
from goals.views.said import answers, goal_of, page_of, pressed
from partners.models import Term


@require(Permission.SEE_GOALS)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    """`?works_on=conditions`: only those that work on an underlying condition; `?accountable=nobody`: only
    those for which nobody answers.
    """
    only = ""
    if request.GET.get("works_on") == Goal.WorksOn.CONDITIONS:
        only = CONDITIONS
    elif request.GET.get("accountable") == "nobody":
        only = UNANSWERED
    found = listing(request.membership, only=only, on=request.today)
    return render(request, "goals/list.html", {"found": found})


@require(Permission.SEE_GOALS)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    found = goal_page(goal_of(request, pk), request.membership, on=request.today)
    return render(request, "goals/goal.html", {"found": found, "goal": found.goal})


@require(Permission.EDIT_GOALS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    form = _form(request, typed(request), Goal(coalition=request.coalition))
    answer = answers.made(
        request,
        form,
        lambda: operations.set_goal(request.coalition, form.aim(), by=request.user),
        model=Goal,
        said=_("The goal is set. Say now what it needs, and who does what."),
        back=lambda made: page_of(request, made.pk),
    )
    return answer or shown(request, "goals/form.html", {"form": form})


@require(Permission.EDIT_GOALS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    return answers.changed(
        request,
        Goal.objects.of_coalition(request.coalition.pk).told(),
        pk,
        make_form=lambda data, goal: _form(request, data, copy(goal)),
        save=lambda goal, form: operations.edit_goal(goal, form.aim(), by=request.user),
        template="goals/form.html",
        said=_("That is saved."),
        back=page_of(request, pk),
        more=lambda goal: {"goal": goal},
    )


def _form(request: HttpRequest, data: QueryDict | None, goal: Goal) -> GoalForm:
    carried = goal.terms if goal.pk else []
    lists: dict[str, Any] = {
        name: list(Term.objects.offered(request.coalition, name, also=carried)) for name in CARRIED
    }
    return GoalForm(data, instance=goal, lists=lists, carried=carried)


@require(Permission.EDIT_GOALS)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: int) -> HttpResponse:
    return answers.changed(
        request,
        Goal.objects.of_coalition(request.coalition.pk).told(),
        pk,
        make_form=lambda data, goal: EndForm(data, initial=EndForm.shown(goal)),
        save=lambda goal, form: operations.end_goal(
            goal, form.ending(), on=request.today, by=request.user
        ),
        template="goals/end.html",
        said=_("The goal has ended. What it had stays readable."),
        back=page_of(request, pk),
        more=lambda goal: {"goal": goal},
    )


@require(Permission.EDIT_GOALS)
@require_POST
def take_up(request: HttpRequest, pk: int) -> HttpResponse:
    goal = goal_of(request, pk)
    return pressed(
        request,
        lambda: operations.take_up(goal, by=request.user),
        said=_("You work on this goal again."),
        back=page_of(request, pk),
    )


def all_goals(request: HttpRequest) -> str:
    return reverse("goals:list", args=[request.coalition.slug])
