"""The coalition's own checklist for newcomers: added, reworded, ordered, retired."""

from copy import copy

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing import holding, opened
from common.form_keys import once, sending
from common.kept import typed
from common.ordering import step_in
from common.refusal import Refusal
from governance.forms.joining.steps import NewStepForm, StepForm
from governance.models import JoiningStep
from governance.operations.joining import steps as operations
from governance.reports.joining.steps import listed_steps
from governance.views.said import done, pressed, today


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
    if request.method == "POST" and form.is_valid():
        try:
            once(
                sending(request),
                lambda: operations.add_step(form.save(commit=False), by=request.user),
                model=JoiningStep,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            done(request, _("It is on the checklist of every newcomer from now on."))
            return back(request)
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "step": step}
    return render(request, "governance/joining/step.html", page, status=status)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, JoiningStep.objects.of_coalition(request.coalition), pk):
        step = step_of(request, pk)

        def make_form(data: QueryDict | None) -> StepForm:
            return StepForm(data, instance=copy(step))

        now = timezone.now()
        edit = opened(request, make_form, record={JoiningStep: {"id": pk}}, at=now)
        if edit.may_be_saved:
            try:
                operations.edit_step(edit.form.save(commit=False), by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("Saved. Checklists that were started stay as they are."))
                return back(request)
    page = {"step": step, "subject": step.words}
    return edit.page(request, "governance/joining/step.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """One place for one press: pressed twice in a hurry it moves once."""
    step = step_of(request, pk)
    places = step_in(request)
    once(
        sending(request),
        lambda: operations.move_step(step, by_places=places, by=request.user),
        model=JoiningStep,
        at=timezone.now(),
    )
    return back(request)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    step = step_of(request, pk)
    return pressed(
        request,
        lambda: operations.retire_step(step, on=today(request), by=request.user),
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
