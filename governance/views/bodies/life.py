"""A body pauses and goes on, is closed and opened again; the first two of each pair with a reason."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.refusal import Refusal
from governance.forms.bodies.bodies import CloseForm, PauseForm
from governance.models import Body
from governance.operations.bodies import bodies as operations
from governance.views.bodies.bodies import body_of
from governance.views.said import done, pressed


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def pause(request: HttpRequest, pk: int) -> HttpResponse:
    form = PauseForm(typed(request), initial={"on": request.today})
    said = _("“%(name)s” is paused.")
    return _with_reason(
        request, pk, form, operations.pause, said=said, template="governance/bodies/pause.html"
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def resume(request: HttpRequest, pk: int) -> HttpResponse:
    body = body_of(request, pk)
    return pressed(
        request,
        lambda: operations.resume(body, by=request.user),
        said=_("“%(name)s” goes on.") % {"name": body},
        back=body.get_absolute_url(),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: int) -> HttpResponse:
    form = CloseForm(typed(request), initial={"on": request.today})
    said = _("“%(name)s” is closed. It stays here as a record.")
    return _with_reason(
        request, pk, form, operations.close, said=said, template="governance/bodies/close.html"
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    body = body_of(request, pk)
    return pressed(
        request,
        lambda: operations.reopen(body, by=request.user),
        said=_("“%(name)s” is open again. Its seats are vacant.") % {"name": body},
        back=body.get_absolute_url(),
    )


def _with_reason(
    request: HttpRequest,
    pk: int,
    form: forms.Form,
    verb: Callable[..., Body],
    *,
    said: str,
    template: str,
) -> HttpResponse:
    body = body_of(request, pk)
    if request.method == "POST" and form.is_valid():
        try:
            verb(body, by=request.user, **form.cleaned_data)
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            done(request, said % {"name": body})
            return redirect(body)
    status = 422 if request.method == "POST" else 200
    shown = {"body": body, "form": form}
    return render(request, template, shown, status=status)
