"""The communication plan: read by all members, kept by coordinators, worked by who sees to each message."""

from copy import copy

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import stands_otherwise
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.pages.answers import shown
from common.refusal import Refusal
from governance.forms.communication import MessageForm, SentForm
from governance.models import RegularMessage, SentMessage
from governance.operations import communication as operations
from governance.reports.communication.plan import plan, plan_line
from governance.views.said import answers, pressed


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    rows = RegularMessage.objects.of_coalition(request.coalition.pk)
    may_edit = request.membership.may(Permission.EDIT_GOVERNANCE)
    page = {
        "plan": plan(request.coalition.pk, on=request.today),
        "retired": rows.retired() if may_edit else (),
    }
    return render(request, "governance/communication/plan.html", page)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    return _shown(request, message_of(request, pk), SentForm(typed(request), today=request.today))


def _shown(
    request: HttpRequest, message: RegularMessage, form: SentForm, *, status: int = 200
) -> HttpResponse:
    page = {
        "message": message,
        "line": plan_line(message, on=request.today),
        "sent": message.sent.latest_first(),
        "may_send": message.may_be_sent_by(request.membership) and not message.is_retired,
        "form": form,
    }
    return render(request, "governance/communication/message.html", page, status=status)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    message = RegularMessage(coalition=request.coalition)
    form = MessageForm(typed(request), instance=message, coalition=request.coalition)
    answer = answers.made(
        request,
        form,
        lambda: operations.add(form.save(commit=False), by=request.user),
        model=RegularMessage,
        said=lambda made: _("“%(what)s” is in the plan.") % {"what": made.what},
        back=_plan(request),
    )
    page = {"form": form, "message": message}
    return answer or shown(request, "governance/communication/form.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    coalition = request.coalition
    return answers.changed(
        request,
        RegularMessage.objects.of_coalition(coalition.pk).with_owners(),
        pk,
        make_form=lambda data, message: MessageForm(
            data, instance=copy(message), coalition=coalition
        ),
        save=lambda _row, form: operations.edit(form.save(commit=False), by=request.user),
        template="governance/communication/form.html",
        said=_("The message is saved."),
        back=_message(request, pk),
        more=lambda message: {"message": message, "subject": message.what},
    )


@require(Permission.SEE_GOVERNANCE)
@require_POST
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """By who sees to it, and by coordinators: pressed twice it is noted once."""
    message = message_of(request, pk)
    _only_senders(request, message)
    form = SentForm(request.POST, today=request.today)
    if stands_otherwise(request, due=message.due_on):
        messages.warning(request, _("Somebody noted meanwhile that it was sent."))
        return redirect(_message(request, pk))
    if not form.is_valid():
        return _shown(request, message, form, status=422)
    try:
        sent = once(
            sending(request),
            lambda: operations.send(message, form.sending(), on=request.today, by=request.user),
            model=SentMessage,
            at=timezone.now(),
        )
    except Refusal as reason:
        form.add_error(None, str(reason))
        return _shown(request, message, form, status=422)
    message.refresh_from_db()
    undo = reverse("governance:message_take_back", args=[request.coalition.slug, sent.pk])
    messages.success(request, _said(message), extra_tags=f"undo:{undo}")
    return redirect(_message(request, pk))


def _said(message: RegularMessage) -> str:
    if not message.due_on:
        return _("Noted: it is sent.")
    day = date_format(message.due_on, "MONTH_DAY_FORMAT")
    return _("Noted: it is sent. Next due on %(day)s.") % {"day": day}


@require(Permission.SEE_GOVERNANCE)
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    rows = SentMessage.objects.of_coalition(request.coalition.pk).told()
    sent = get_object_or_404(rows, pk=pk)
    _only_senders(request, sent.message)
    try:
        operations.take_back(sent, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        messages.success(request, _("That is taken back: it is due as before."))
    return redirect(_message(request, sent.message_id))


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    message = message_of(request, pk)
    return pressed(
        request,
        lambda: operations.retire(message, on=request.today, by=request.user),
        said=_("“%(what)s” is out of the plan.") % {"what": message.what},
        back=_plan(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def bring_back(request: HttpRequest, pk: int) -> HttpResponse:
    message = message_of(request, pk)
    return pressed(
        request,
        lambda: operations.bring_back(message, on=request.today, by=request.user),
        said=_("“%(what)s” is back in the plan.") % {"what": message.what},
        back=_plan(request),
    )


def message_of(request: HttpRequest, pk: int) -> RegularMessage:
    rows = RegularMessage.objects.of_coalition(request.coalition.pk).with_owners()
    return get_object_or_404(rows, pk=pk)


def _only_senders(request: HttpRequest, message: RegularMessage) -> None:
    if not message.may_be_sent_by(request.membership):
        raise PermissionDenied(_("Only who sees to a message, and coordinators, note this."))


def _plan(request: HttpRequest) -> str:
    return reverse("governance:communication", args=[request.coalition.slug])


def _message(request: HttpRequest, pk: int) -> str:
    return reverse("governance:message", args=[request.coalition.slug, pk])
