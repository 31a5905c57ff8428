"""The coalition's own checklist for newcomers: added, reworded, ordered, retired."""

from copy import copy

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import moved, shown
from governance.forms.joining.steps import NewStepForm, StepForm
from governance.models import JoiningStep
from governance.operations.joining import steps as operations
from governance.reports.joining.steps import listed_steps
from governance.views.said import answers, done, pressed


@require(Permission.EDIT_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    page = {"lists": listed_steps(request.coalition)}
    return render(request, "governance/joining/steps.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    step = JoiningStep(coalition=request.coalition)
    asked = {"audience": request.GET.get("for", "partner")}
    form = NewStepForm(typed(request), instance=step, initial=asked)
    answer = answers.made(
        request,
        form,
        lambda: operations.add_step(form.save(commit=False), by=request.user),
        model=JoiningStep,
        said=_("It is on the checklist of every newcomer from now on."),
        back=address(request),
    )
    return answer or shown(request, "governance/joining/step.html", {"form": form, "step": step})


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    return answers.changed(
        request,
        JoiningStep.objects.of_coalition(request.coalition),
        pk,
        make_form=lambda data, step: StepForm(data, instance=copy(step)),
        save=lambda _row, form: operations.edit_step(form.save(commit=False), by=request.user),
        template="governance/joining/step.html",
        said=_("Saved. Checklists that were started stay as they are."),
        back=address(request),
        more=lambda step: {"step": step, "subject": step.words},
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    step = step_of(request, pk)
    return moved(
        request,
        step,
        lambda places: operations.move_step(step, by_places=places, by=request.user),
        back=address(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    step = step_of(request, pk)
    return pressed(
        request,
        lambda: operations.retire_step(step, on=request.today, by=request.user),
        said=_("It stands on no new checklist from now on."),
        back=address(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    step = step_of(request, pk)
    return pressed(
        request,
        lambda: operations.restore_step(step, by=request.user),
        said=_("It is on the checklist again."),
        back=address(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def fill(request: HttpRequest) -> HttpResponse:
    count = operations.fill_steps(request.coalition, by=request.user)
    if not count:
        messages.info(request, _("All of them are on the lists already."))
        return back(request)
    said = ngettext("One item is new.", "%(n)d items are new.", count) % {"n": count}
    done(request, said)
    return back(request)


def step_of(request: HttpRequest, pk: int) -> JoiningStep:
    return get_object_or_404(JoiningStep.objects.of_coalition(request.coalition), pk=pk)


def address(request: HttpRequest) -> str:
    return reverse("governance:joining_steps", args=[request.coalition.slug])


def back(request: HttpRequest) -> HttpResponse:
    return redirect(address(request))
