"""What must be seen to for the whole coalition: the list, and who holds what."""

from copy import copy

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing import holding, opened
from common.form_keys import once, sending
from common.kept import typed
from common.refusal import Refusal
from governance.forms.bodies.functions import FunctionForm
from governance.models import Function
from governance.operations.bodies import functions as operations
from governance.reports.bodies.asking import whom_to_ask
from governance.reports.bodies.functions import functions_for
from governance.views.said import done, pressed, today


@require(Permission.SEE_GOVERNANCE)
@require_GET
def ask(request: HttpRequest) -> HttpResponse:
    """`?q=grants`: functions and bodies in whose words it stands."""
    answers = whom_to_ask(request.membership, request.GET.get("q", ""), on=today(request))
    return render(request, "governance/functions/ask.html", {"answers": answers})


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    found = functions_for(request.membership, on=today(request))
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
    if request.method == "POST" and form.is_valid():
        try:
            made = once(
                sending(request),
                lambda: operations.add_function(request.coalition, form.words(), by=request.user),
                model=Function,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error("name", str(reason))
        else:
            done(request, _("“%(name)s” is on the list.") % {"name": made})
            return redirect(page_of(request))
    status = 422 if request.method == "POST" else 200
    return render(request, "governance/functions/form.html", {"form": form}, status=status)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, Function.objects.of_coalition(request.coalition.pk), pk):
        function = function_of(request, pk)

        def make_form(data: QueryDict | None) -> FunctionForm:
            return FunctionForm(data, instance=copy(function))

        now = timezone.now()
        edit = opened(request, make_form, record={Function: {"id": pk}}, at=now)
        if edit.may_be_saved:
            try:
                operations.edit_function(function, edit.form.words(), by=request.user)
            except Refusal as reason:
                edit.form.add_error("name", str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("“%(name)s” is saved.") % {"name": function})
                return redirect(page_of(request))
    page = {"function": function, "subject": function.name}
    return edit.page(request, "governance/functions/form.html", page)


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
        lambda: operations.retire_function(function, on=today(request), by=request.user),
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
