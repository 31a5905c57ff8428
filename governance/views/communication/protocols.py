"""Urgent protocols and their call trees."""

from copy import copy

from django.db.models import QuerySet
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
from common.ordering import step_in
from common.refusal import Refusal
from governance.forms.urgent import CallForm, ProtocolForm
from governance.models import CallRow, UrgentMessage, UrgentProtocol
from governance.operations import urgent as operations
from governance.reports.communication.trees import tree
from governance.reports.succession.people import people_offered
from governance.views.said import done, pressed, today


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    rows = UrgentProtocol.objects.of_coalition(request.coalition.pk)
    started = UrgentMessage.objects.of_coalition(request.coalition.pk).with_reached()
    page = {
        "protocols": rows.current(),
        "retired": rows.retired() if request.membership.may(Permission.EDIT_GOVERNANCE) else (),
        "started": started.latest_first()[:50],
    }
    return render(request, "governance/communication/urgent.html", page)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    protocol = protocol_of(request, pk)
    started = protocol.messages.with_reached().latest_first()
    page = {"protocol": protocol, "branches": tree(protocol), "started": started}
    return render(request, "governance/communication/protocol.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    protocol = UrgentProtocol(coalition=request.coalition)
    form = ProtocolForm(typed(request), instance=protocol)
    if request.method == "POST" and form.is_valid():
        made = once(
            sending(request),
            lambda: operations.add(form.save(commit=False), by=request.user),
            model=UrgentProtocol,
            at=timezone.now(),
        )
        done(request, _("The protocol is written. Say now who calls whom."))
        return redirect(_protocol(request, made.pk))
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "protocol": protocol}
    return render(request, "governance/communication/protocol_form.html", page, status=status)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, UrgentProtocol.objects.of_coalition(request.coalition.pk), pk):
        protocol = protocol_of(request, pk)

        def make_form(data: QueryDict | None) -> ProtocolForm:
            return ProtocolForm(data, instance=copy(protocol))

        now = timezone.now()
        edit = opened(request, make_form, record={UrgentProtocol: {"id": pk}}, at=now)
        if edit.may_be_saved:
            operations.edit(edit.form.save(commit=False), by=request.user)
            edit.saved(request, at=now)
            done(request, _("The protocol is saved."))
            return redirect(_protocol(request, pk))
    page = {"protocol": protocol, "subject": protocol.title}
    return edit.page(request, "governance/communication/protocol_form.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    protocol = protocol_of(request, pk)
    return pressed(
        request,
        lambda: operations.retire(protocol, on=today(request), by=request.user),
        said=_("The protocol is retired."),
        back=reverse("governance:urgent", args=[request.coalition.slug]),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def bring_back(request: HttpRequest, pk: int) -> HttpResponse:
    protocol = protocol_of(request, pk)
    return pressed(
        request,
        lambda: operations.bring_back(protocol, by=request.user),
        said=_("The protocol is back."),
        back=_protocol(request, pk),
    )


# ---------------------------------------------------------------- who calls whom


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add_call(request: HttpRequest, pk: int) -> HttpResponse:
    protocol = protocol_of(request, pk)
    row = CallRow(coalition=request.coalition, protocol=protocol)
    form = CallForm(
        typed(request), instance=row, coalition=request.coalition, rows=_rows(request, protocol)
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = once(
                sending(request),
                lambda: operations.add_call(form.save(commit=False), by=request.user),
                model=CallRow,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            done(request, _("%(name)s is in the call tree.") % {"name": made.name})
            return redirect(_protocol(request, pk))
    status = 422 if request.method == "POST" else 200
    page = {
        "form": form,
        "protocol": protocol,
        "row": row,
        "names": people_offered(request.coalition),
    }
    return render(request, "governance/communication/call.html", page, status=status)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit_call(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, CallRow.objects.of_coalition(request.coalition.pk), pk):
        row = call_of(request, pk)

        def make_form(data: QueryDict | None) -> CallForm:
            rows = _rows(request, row.protocol)
            return CallForm(data, instance=copy(row), coalition=request.coalition, rows=rows)

        now = timezone.now()
        edit = opened(request, make_form, record={CallRow: {"id": pk}}, at=now)
        if edit.may_be_saved:
            try:
                operations.edit_call(edit.form.save(commit=False), by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("The call is saved."))
                return redirect(_protocol(request, row.protocol_id))
    page = {
        "protocol": row.protocol,
        "row": row,
        "subject": row.name,
        "names": people_offered(request.coalition),
    }
    return edit.page(request, "governance/communication/call.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def move_call(request: HttpRequest, pk: int) -> HttpResponse:
    """One place for one press: pressed twice in a hurry it moves once."""
    row = call_of(request, pk)
    step = step_in(request)
    once(
        sending(request),
        lambda: operations.move_call(row, step=step, by=request.user),
        model=CallRow,
        at=timezone.now(),
    )
    return redirect(_protocol(request, row.protocol_id))


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def remove_call(request: HttpRequest, pk: int) -> HttpResponse:
    row = call_of(request, pk)
    return pressed(
        request,
        lambda: operations.remove_call(row, on=today(request), by=request.user),
        said=_("%(name)s is called no more.") % {"name": row.name},
        back=_protocol(request, row.protocol_id),
    )


def protocol_of(request: HttpRequest, pk: int) -> UrgentProtocol:
    return get_object_or_404(UrgentProtocol.objects.of_coalition(request.coalition.pk), pk=pk)


def call_of(request: HttpRequest, pk: int) -> CallRow:
    rows = CallRow.objects.of_coalition(request.coalition.pk).current().told()
    return get_object_or_404(rows, pk=pk)


def _rows(request: HttpRequest, protocol: UrgentProtocol) -> QuerySet[CallRow]:
    rows = CallRow.objects.of_coalition(request.coalition.pk).current().with_people()
    return rows.for_protocol(protocol).in_order()


def _protocol(request: HttpRequest, pk: int) -> str:
    return reverse("governance:protocol", args=[request.coalition.slug, pk])
