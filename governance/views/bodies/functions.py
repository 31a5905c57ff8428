"""What must be seen to for the whole coalition: the list, and who holds what."""

from copy import copy

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import shown
from governance.forms.bodies.functions import FunctionForm
from governance.models import Function
from governance.operations.bodies import functions as operations
from governance.reports.bodies.asking import whom_to_ask
from governance.reports.bodies.functions import functions_for
from governance.views.said import answers, pressed


@require(Permission.SEE_GOVERNANCE)
@require_GET
def ask(request: HttpRequest) -> HttpResponse:
    """`?q=grants`: functions and bodies in whose words it stands."""
    found = whom_to_ask(request.membership, request.GET.get("q", ""), on=request.today)
    return render(request, "governance/functions/ask.html", {"answers": found})


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    found = functions_for(request.membership, on=request.today)
    return render(request, "governance/functions/list.html", {"functions": found})


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def fill(request: HttpRequest) -> HttpResponse:
    return pressed(
        request,
        lambda: operations.fill_functions(request.coalition, by=request.user),
        said=_("The usual functions are on your list. Say now who holds each."),
        back=page_of(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    form = FunctionForm(typed(request))
    answer = answers.made(
        request,
        form,
        lambda: operations.add_function(request.coalition, form.words(), by=request.user),
        model=Function,
        said=lambda made: _("“%(name)s” is on the list.") % {"name": made},
        back=page_of(request),
        refused_at="name",
    )
    return answer or shown(request, "governance/functions/form.html", {"form": form})


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    return answers.changed(
        request,
        Function.objects.of_coalition(request.coalition.pk),
        pk,
        make_form=lambda data, function: FunctionForm(data, instance=copy(function)),
        save=lambda function, form: operations.edit_function(
            function, form.words(), by=request.user
        ),
        template="governance/functions/form.html",
        said=lambda function: _("“%(name)s” is saved.") % {"name": function},
        back=page_of(request),
        more=lambda function: {"function": function, "subject": function.name},
        refused_at="name",
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """`to=up` or `to=down`."""
    function = function_of(request, pk)
    is_up = request.POST.get("to") == "up"
    return pressed(
        request,
        lambda: operations.move_function(function, up=is_up, by=request.user),
        said=_("The order is changed."),
        back=page_of(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    function = function_of(request, pk)
    return pressed(
        request,
        lambda: operations.retire_function(function, on=request.today, by=request.user),
        said=_("“%(name)s” is off the list.") % {"name": function},
        back=page_of(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def reinstate(request: HttpRequest, pk: int) -> HttpResponse:
    function = function_of(request, pk)
    return pressed(
        request,
        lambda: operations.reinstate_function(function, by=request.user),
        said=_("“%(name)s” is on the list again.") % {"name": function},
        back=page_of(request),
    )


def function_of(request: HttpRequest, pk: int) -> Function:
    return get_object_or_404(Function.objects.of_coalition(request.coalition.pk), pk=pk)


def page_of(request: HttpRequest) -> str:
    return reverse("governance:functions", args=[request.coalition.slug])
