"""An urgent message: started, who was reached when, ended."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.refusal import Refusal
from governance.forms.urgent import EndForm, StartForm
from governance.models import UrgentCall, UrgentMessage
from governance.operations import urgent as operations
from governance.reports.communication.trees import log_of
from governance.views.communication.protocols import protocol_of
from governance.views.said import done


@require(Permission.SEE_CONTACT_DETAILS)
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, pk: int) -> HttpResponse:
    protocol = protocol_of(request, pk)
    form = StartForm(typed(request), initial={"words": protocol.frame})
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            made = once(
                sending(request),
                lambda: operations.start(
                    protocol, words=form.cleaned_data["words"], at=now, by=request.user
                ),
                model=UrgentMessage,
                at=now,
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("It is started. Call from the top, and note each call."))
            return redirect(_message(request, made.pk))
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "protocol": protocol}
    return render(request, "governance/communication/start.html", page, status=status)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    return _shown(request, message_of(request, pk), EndForm(typed(request)))


def _shown(
    request: HttpRequest, message: UrgentMessage, form: EndForm, *, status: int = 200
) -> HttpResponse:
    page = {"message": message, "log": log_of(message), "form": form}
    return render(request, "governance/communication/running.html", page, status=status)


@require(Permission.SEE_CONTACT_DETAILS)
@require_POST
def note_call(request: HttpRequest, pk: int) -> HttpResponse:
    rows = UrgentCall.objects.of_coalition(request.coalition.pk)
    call = get_object_or_404(rows, pk=pk)
    outcome = request.POST.get("outcome", "")
    if outcome not in UrgentCall.Outcome.values:
        return redirect(_message(request, call.message_id))
    try:
        operations.note_call(call, outcome=outcome, at=timezone.now(), by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
    return redirect(f"{_message(request, call.message_id)}#call-{pk}")


@require(Permission.SEE_CONTACT_DETAILS)
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    message = message_of(request, pk)
    form = EndForm(request.POST)
    if not form.is_valid():
        return _shown(request, message, form, status=422)
    learned = form.cleaned_data["learned"]
    try:
        operations.end(message, learned=learned, at=timezone.now(), by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        _say_it_is_over(request)
    return redirect(_message(request, pk))


def _say_it_is_over(request: HttpRequest) -> None:
    """Only those who may take changes back get the button for it."""
    said = _("It is over. What was noted stays.")
    if request.membership.may(Permission.EDIT_GOVERNANCE):
        done(request, said)
    else:
        messages.success(request, said)


def message_of(request: HttpRequest, pk: int) -> UrgentMessage:
    rows = UrgentMessage.objects.of_coalition(request.coalition.pk).latest_first()
    return get_object_or_404(rows, pk=pk)


def _message(request: HttpRequest, pk: int) -> str:
    return reverse("governance:urgent_message", args=[request.coalition.slug, pk])
