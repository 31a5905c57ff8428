"""What is tried in how power is shared, and what was learned."""

from copy import copy

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import shown
from governance.forms.power.experiments import ExperimentForm, ReviewForm
from governance.models import Body, Experiment
from governance.operations.power import experiments as operations
from governance.views.said import answers, pressed


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    rows = Experiment.objects.visible_to(request.membership).told()
    page = {
        "open": rows.open(),
        "reviewed": rows.reviewed(),
        "today": request.today,
    }
    return render(request, "governance/power/experiments.html", page)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    page = {"experiment": experiment_of(request, pk), "today": request.today}
    return render(request, "governance/power/experiment.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    form = ExperimentForm(
        typed(request),
        instance=Experiment(coalition=request.coalition),
        bodies=Body.objects.visible_to(request.membership).standing(),
        initial={"starts_on": request.today},
    )
    answer = answers.made(
        request,
        form,
        lambda: operations.start(request.coalition, form.values(), by=request.user),
        model=Experiment,
        said=_("The experiment is written down. Good luck."),
        back=lambda made: reverse("governance:experiment", args=[request.coalition.slug, made.pk]),
    )
    return answer or shown(
        request,
        "governance/power/experiment_form.html",
        {
            "form": form,
        },
    )


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    bodies = Body.objects.visible_to(request.membership)
    return answers.changed(
        request,
        Experiment.objects.visible_to(request.membership).told(),
        pk,
        make_form=lambda data, experiment: ExperimentForm(
            data, instance=copy(experiment), bodies=bodies
        ),
        save=lambda experiment, form: operations.edit(experiment, form.values(), by=request.user),
        template="governance/power/experiment_form.html",
        said=_("That is saved."),
        back=reverse("governance:experiment", args=[request.coalition.slug, pk]),
        more=lambda experiment: {"experiment": experiment},
    )


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, pk: int) -> HttpResponse:
    return answers.changed(
        request,
        Experiment.objects.visible_to(request.membership).told(),
        pk,
        make_form=lambda data, experiment: ReviewForm(
            data, initial={"learned": experiment.learned, "outcome": experiment.outcome}
        ),
        save=lambda experiment, form: operations.review(
            experiment, form.review(), on=request.today, by=request.user
        ),
        template="governance/power/experiment_review.html",
        said=_("What you learned is kept."),
        back=reverse("governance:experiment", args=[request.coalition.slug, pk]),
        more=lambda experiment: {"experiment": experiment},
    )


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
