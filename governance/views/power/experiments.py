"""What is tried in how power is shared, and what was learned."""

from copy import copy

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing import holding, opened
from common.kept import typed
from common.refusal import Refusal
from governance.forms.power.experiments import ExperimentForm, ReviewForm
from governance.models import Body, Experiment
from governance.operations.power import experiments as operations
from governance.views.power.shared import adding
from governance.views.said import done, pressed, today


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    rows = Experiment.objects.visible_to(request.membership).told()
    page = {
        "open": rows.open(),
        "reviewed": rows.reviewed(),
        "today": today(request),
    }
    return render(request, "governance/power/experiments.html", page)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    page = {"experiment": experiment_of(request, pk), "today": today(request)}
    return render(request, "governance/power/experiment.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    form = ExperimentForm(
        typed(request),
        instance=Experiment(coalition=request.coalition),
        bodies=Body.objects.visible_to(request.membership).standing(),
        initial={"starts_on": today(request)},
    )
    return adding(
        request,
        form,
        lambda: operations.start(request.coalition, form.values(), by=request.user),
        model=Experiment,
        template="governance/power/experiment_form.html",
        said=_("The experiment is written down. Good luck."),
        back=lambda made: reverse("governance:experiment", args=[request.coalition.slug, made.pk]),
        page={},
    )


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, Experiment.objects.visible_to(request.membership), pk):
        experiment = experiment_of(request, pk)

        def make_form(data: QueryDict | None) -> ExperimentForm:
            bodies = Body.objects.visible_to(request.membership)
            return ExperimentForm(data, instance=copy(experiment), bodies=bodies)

        now = timezone.now()
        edit = opened(request, make_form, record={Experiment: {"id": pk}}, at=now)
        if edit.may_be_saved:
            try:
                operations.edit(experiment, edit.form.values(), by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("That is saved."))
                return redirect("governance:experiment", request.coalition.slug, pk)
    page = {"experiment": experiment, "subject": experiment.title}
    return edit.page(request, "governance/power/experiment_form.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, Experiment.objects.visible_to(request.membership), pk):
        experiment = experiment_of(request, pk)

        def make_form(data: QueryDict | None) -> ReviewForm:
            told = {"learned": experiment.learned, "outcome": experiment.outcome}
            return ReviewForm(data, initial=told)

        now = timezone.now()
        edit = opened(request, make_form, record={Experiment: {"id": pk}}, at=now)
        if edit.may_be_saved:
            told, day = edit.form.review(), today(request)
            try:
                operations.review(experiment, told, on=day, by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("What you learned is kept."))
                return redirect("governance:experiment", request.coalition.slug, pk)
    page = {"experiment": experiment, "subject": experiment.title}
    return edit.page(request, "governance/power/experiment_review.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    experiment = experiment_of(request, pk)
    return pressed(
        request,
        lambda: operations.reopen(experiment, by=request.user),
        said=_("The experiment goes on."),
        back=reverse("governance:experiment", args=[request.coalition.slug, pk]),
    )


def experiment_of(request: HttpRequest, pk: int) -> Experiment:
    return get_object_or_404(Experiment.objects.visible_to(request.membership).told(), pk=pk)
